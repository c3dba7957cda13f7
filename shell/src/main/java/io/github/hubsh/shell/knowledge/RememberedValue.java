package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.argument.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be remembered: plain JSON, without what looks secret.
 *
 * @param value of the types that JSON has
 * @param length in characters of JSON
 */
record RememberedValue(@Nullable Object value, int length) {
    /** Returns what may be kept of a value, or {@code null} if it is longer than {@code longest}. */
    static @Nullable RememberedValue of(@Nullable Object value, int longest) {
        String json = Json.write(value);
        if (json.length() > longest) {
            return null;
        }
        try {
            // After JSON, a value of any peer is a small tree of plain values.
            return new RememberedValue(withoutSecrets(Json.parse(json)), json.length());
        } catch (ContentException unreadable) {
            return null;
        }
    }

    /** Returns the name of a value's type in JSON Schema. */
    static String typeOf(@Nullable Object typed) {
        Object value = TypedScalar.plain(typed);
        if (value == null) {
            return "null";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Double) {
            return "number";
        } else if (value instanceof Number) {
            return "integer";
        }
        return value instanceof Collection<?> ? "array" : "object";
    }

    private static @Nullable Object withoutSecrets(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                String name = String.valueOf(key);
                if (!Secrets.isSecret(name)) {
                    kept.put(name, withoutSecrets(inner));
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> kept = new ArrayList<>();
            list.forEach(inner -> kept.add(withoutSecrets(inner)));
            return kept;
        }
        return value;
    }
}
