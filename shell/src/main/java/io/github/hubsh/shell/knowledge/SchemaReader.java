package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns published plain values into what is known of a command. Parts with an unexpected shape are left out. */
final class SchemaReader {
    private static final int MAX_ITEMS = 200;

    private final KnowledgeOrigin origin;
    private final int mostArguments;

    SchemaReader(KnowledgeOrigin origin, int mostArguments) {
        this.origin = origin;
        this.mostArguments = mostArguments;
    }

    KnownCommand command(String name, Map<?, ?> published) {
        boolean checked = published.get("arguments") instanceof Map<?, ?>;
        Map<?, ?> schema = map(published.get("arguments"));
        return new KnownCommand(
                name,
                origin,
                text(published.get("documentation")),
                checked,
                !Boolean.FALSE.equals(schema.get("additionalProperties")),
                arguments(schema),
                examples(published.get("examples")),
                text(published.get("mime")));
    }

    private List<KnownArgument> arguments(Map<?, ?> schema) {
        List<?> required = list(schema.get("required"));
        List<KnownArgument> arguments = new ArrayList<>();
        for (Map.Entry<?, ?> property : map(schema.get("properties")).entrySet()) {
            String name = String.valueOf(property.getKey());
            if (arguments.size() < mostArguments && !name.isEmpty() && name.length() <= Limits.MAX_NAME_LENGTH) {
                ArgumentSchema argument = argument(map(property.getValue()));
                arguments.add(new KnownArgument(name, origin, required.contains(name), argument, List.of()));
            }
        }
        return arguments;
    }

    private static ArgumentSchema argument(Map<?, ?> schema) {
        return new ArgumentSchema(
                types(schema.get("type")),
                present(list(schema.get("enum"))),
                schema.get("minimum") instanceof Number least ? least : null,
                schema.get("maximum") instanceof Number most ? most : null,
                schema.containsKey("default"),
                schema.get("default"),
                text(schema.get("description")),
                text(schema.get("unit")));
    }

    private static List<String> types(@Nullable Object type) {
        List<String> types = new ArrayList<>();
        for (Object each : type instanceof String ? List.of(type) : list(type)) {
            if (each instanceof String name && !name.isEmpty()) {
                types.add(name);
            }
        }
        return types;
    }

    private static List<Map<String, @Nullable Object>> examples(@Nullable Object published) {
        List<Map<String, @Nullable Object>> examples = new ArrayList<>();
        for (Object example : list(published)) {
            if (example instanceof Map<?, ?> arguments) {
                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                arguments.forEach((key, value) -> named.put(String.valueOf(key), value));
                examples.add(named);
            }
        }
        return examples;
    }

    private static List<Object> present(List<?> values) {
        List<Object> present = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list.subList(0, Math.min(MAX_ITEMS, list.size())) : List.of();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
