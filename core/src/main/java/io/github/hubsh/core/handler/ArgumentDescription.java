package io.github.hubsh.core.handler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One keyword argument of a command, as it is published.
 *
 * @param schema its JSON Schema, as plain values
 * @param required whether the command fails without it
 */
public record ArgumentDescription(String name, Map<String, @Nullable Object> schema, boolean required) {
    public ArgumentDescription {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }

    static ArgumentDescription of(String name, String type, String documentation) {
        return new ArgumentDescription(name, Map.of(), false).with("type", type).with("description", documentation);
    }

    ArgumentDescription with(String keyword, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(schema);
        changed.put(keyword, value);
        return new ArgumentDescription(name, changed, required);
    }

    ArgumentDescription asRequired() {
        return new ArgumentDescription(name, schema, true);
    }
}
