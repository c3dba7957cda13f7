package io.github.hubsh.shell.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a value: the elements of a list, the rows of a DataFrame or a Series. */
public final class Rows {
    private Rows() {}

    /** Returns the elements, rows as objects with the index in front; or {@code null} if the value is one thing. */
    public static @Nullable List<@Nullable Object> of(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> rows = new ArrayList<>(elements);
            return value instanceof ColumnedRows table
                    ? new ChosenRows(table.columnNames(), table.moments(), rows)
                    : rows;
        }
        return TableRows.isPossible(value) ? TableRows.of(value) : null;
    }

    /**
     * Returns the names of the columns: those that a table has, or the keys of all objects in the order of their first.
     */
    public static List<String> columnNames(List<?> rows) {
        if (rows instanceof ColumnedRows table) {
            return table.columnNames();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> names.add(String.valueOf(key)));
            }
        }
        return new ArrayList<>(names);
    }

    /** Returns rows of ours, of which people see some columns as the time that has passed since then. */
    public static List<@Nullable Object> withMoments(List<? extends @Nullable Object> rows, String... moments) {
        return new ChosenRows(columnNames(rows), Set.of(moments), new ArrayList<>(rows));
    }

    /** Returns some of the rows; those of a table keep its columns. */
    public static List<@Nullable Object> chosen(List<?> rows, List<@Nullable Object> some) {
        return rows instanceof ColumnedRows table ? new ChosenRows(table.columnNames(), table.moments(), some) : some;
    }

    /** Returns rows of some columns; those of a table keep them even if there is no row. */
    public static List<@Nullable Object> narrowed(
            List<?> rows, List<String> columnNames, List<@Nullable Object> narrow) {
        return rows instanceof ColumnedRows table ? new ChosenRows(columnNames, table.moments(), narrow) : narrow;
    }

    /** Returns the keys of an object under which there is a table: what a filter of rows may be meant for. */
    public static List<String> tables(@Nullable Object value) {
        List<String> keys = new ArrayList<>();
        if (value instanceof Map<?, ?> map && !TableRows.isPossible(value)) {
            map.forEach((key, each) -> {
                if (TableRows.isPossible(each) && TableRows.of(each) != null) {
                    keys.add(String.valueOf(key));
                }
            });
        }
        return keys;
    }
}
