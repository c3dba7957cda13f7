package io.github.hubsh.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines that execute a command as it is known: to run as they are, or to fill in. */
final class Template {
    private Template() {}

    /** Returns a line that parses, with the likeliest value for each argument that is required or was seen. */
    static String of(String target, KnownCommand command) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (KnownArgument argument : command.arguments()) {
            if (argument.required() || !command.published()) {
                arguments.put(argument.name(), likely(argument, command.examples()));
            }
        }
        return line(target, command, arguments);
    }

    static String line(String target, KnownCommand command, Map<String, @Nullable Object> arguments) {
        String items = ItemText.ofArguments(arguments);
        return "execute " + ItemText.quote(target) + " " + ItemText.quote(command.name())
                + (items.isEmpty() ? "" : " " + items);
    }

    /** Returns the arguments in short: {@code volume_ul [wait] …}. */
    static String usage(KnownCommand command) {
        StringBuilder usage = new StringBuilder();
        for (KnownArgument argument : command.arguments()) {
            usage.append(usage.length() == 0 ? "" : " ");
            usage.append(argument.required() ? argument.name() : "[" + argument.name() + "]");
        }
        if (command.openEnded()) {
            usage.append(usage.length() == 0 ? "…" : " …");
        }
        return usage.toString();
    }

    private static @Nullable Object likely(KnownArgument argument, List<Map<String, @Nullable Object>> examples) {
        if (!argument.values().isEmpty()) {
            return argument.values().get(0);
        }
        for (Map<String, @Nullable Object> example : examples) {
            if (example.containsKey(argument.name())) {
                return example.get(argument.name());
            }
        }
        ArgumentSchema schema = argument.schema();
        if (schema.hasDefault()) {
            return schema.otherwise();
        }
        if (!schema.choices().isEmpty()) {
            return schema.choices().get(0);
        }
        return schema.minimum() != null ? schema.minimum() : empty(schema.type());
    }

    private static Object empty(String type) {
        return switch (type) {
            case "number", "integer" -> 0L;
            case "boolean" -> false;
            case "array" -> List.of();
            case "object" -> Map.of();
            default -> "TEXT";
        };
    }
}
