package io.github.hubsh.shell.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a value: the elements of a list, the rows of a DataFrame or a Series. */
public final class Rows {
    private Rows() {}

    /** Returns the elements, rows as objects with the index in front; or {@code null} if the value is one thing. */
    public static @Nullable List<@Nullable Object> of(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return new ArrayList<>(elements);
        }
        boolean shape = value instanceof Map<?, ?> map && map.get("index") instanceof List && map.containsKey("type");
        return shape || (value != null && !(value instanceof Map) && !(value instanceof String))
                ? TableRows.of(value)
                : null;
    }
}
