package io.github.hubsh.core.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command tells about itself: documentation, arguments, examples. Immutable; each method returns a description
 * that says more, and those after {@link #argument} speak of that argument.
 *
 * <pre>{@code
 * CommandDescription.of("dispense a volume")
 *         .argument("volume_ul", "number", "how much").required().unit("µL").between(0, 1000)
 *         .argument("wait", "boolean", "answer when it is done").defaultsTo(false)
 *         .example(Map.of("volume_ul", 5))
 * }</pre>
 *
 * @param documentation what the command does, in a sentence
 * @param openEnded whether it takes arguments beside those that are named
 * @param examples arguments that work
 */
public record CommandDescription(
        String documentation, List<ArgumentDescription> arguments, boolean openEnded, List<Map<String, ?>> examples) {
    public CommandDescription {
        arguments = List.copyOf(arguments);
        examples = List.copyOf(examples);
    }

    /** Describes a command without arguments. */
    public static CommandDescription of(String documentation) {
        return new CommandDescription(documentation, List.of(), false, List.of());
    }

    /**
     * Adds an argument, which may be left out.
     *
     * @param type as in JSON Schema: {@code string}, {@code number}, {@code integer}, {@code boolean}, {@code array},
     *     {@code object}
     */
    public CommandDescription argument(String name, String type, String argumentDocumentation) {
        List<ArgumentDescription> more = new ArrayList<>(arguments);
        more.add(ArgumentDescription.of(name, type, argumentDocumentation));
        return new CommandDescription(documentation, more, openEnded, examples);
    }

    /** Says that the command fails without the argument. */
    public CommandDescription required() {
        return withLast(last().asRequired());
    }

    /** Says what the command takes where the argument is left out. */
    public CommandDescription defaultsTo(@Nullable Object value) {
        return withLast(last().with("default", value));
    }

    /** Says which values there are. */
    public CommandDescription oneOf(Object... values) {
        return withLast(last().with("enum", List.of(values)));
    }

    /** Says between which numbers it is, both included. */
    public CommandDescription between(Number minimum, Number maximum) {
        return withLast(last().with("minimum", minimum).with("maximum", maximum));
    }

    public CommandDescription atLeast(Number minimum) {
        return withLast(last().with("minimum", minimum));
    }

    public CommandDescription unit(String unit) {
        return withLast(last().with("unit", unit));
    }

    /** Says that further arguments are welcome. */
    public CommandDescription more() {
        return new CommandDescription(documentation, arguments, true, examples);
    }

    /** Adds arguments that work. */
    public CommandDescription example(Map<String, ?> exampleArguments) {
        List<Map<String, ?>> more = new ArrayList<>(examples);
        more.add(exampleArguments);
        return new CommandDescription(documentation, arguments, openEnded, more);
    }

    /** Returns the description as it is published: plain values, the arguments as a JSON Schema of an object. */
    public Map<String, @Nullable Object> published() {
        Map<String, @Nullable Object> published = new LinkedHashMap<>();
        published.put("documentation", documentation);
        published.put("arguments", schema());
        published.put("examples", examples);
        return published;
    }

    private Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (ArgumentDescription argument : arguments) {
            properties.put(argument.name(), argument.schema());
            if (argument.required()) {
                required.add(argument.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", openEnded);
        return schema;
    }

    private ArgumentDescription last() {
        if (arguments.isEmpty()) {
            throw new IllegalStateException("there is no argument yet that this describes: call argument() first");
        }
        return arguments.get(arguments.size() - 1);
    }

    private CommandDescription withLast(ArgumentDescription changed) {
        List<ArgumentDescription> others = new ArrayList<>(arguments);
        others.set(others.size() - 1, changed);
        return new CommandDescription(documentation, others, openEnded, examples);
    }
}
