package io.github.hubsh.shell.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value has many of: the elements of a list, the rows of a DataFrame or a Series. */
public final class Rows {
    private Rows() {}

    /** Returns the elements, rows as objects with the index in front; or {@code null} if the value is one thing. */
    public static @Nullable List<@Nullable Object> of(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return new ArrayList<>(elements);
        }
        if (value instanceof Map<?, ?> map
                && map.get("values") instanceof List<?> values
                && map.get("index") instanceof List<?> index
                && index.size() == values.size()) {
            if ("Series".equals(map.get("type"))) {
                return rows(map, index, List.of(name(map.get("name"), "value")), values);
            }
            if ("DataFrame".equals(map.get("type")) && map.get("columns") instanceof List<?> columns) {
                return rows(map, index, columns, values);
            }
        }
        return null;
    }

    private static List<@Nullable Object> rows(Map<?, ?> shape, List<?> index, List<?> columns, List<?> values) {
        List<@Nullable Object> rows = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(name(shape.get("index_name"), "index"), index.get(i));
            Object value = values.get(i);
            for (int column = 0; column < columns.size(); column++) {
                row.put(name(columns.get(column), "null"), cell(value, column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object cell(@Nullable Object row, int column) {
        if (row instanceof List<?> cells) {
            return column < cells.size() ? cells.get(column) : null;
        }
        return column == 0 ? row : null;
    }

    private static String name(@Nullable Object name, String otherwise) {
        return name == null ? otherwise : String.valueOf(name);
    }
}
