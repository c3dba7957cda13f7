package io.github.hubsh.shell.session.result;

import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TablePart;
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
                    ? new ChosenRows(table.columnNames(), table.moments(), rows, table.table())
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
        return new ChosenRows(columnNames(rows), Set.of(moments), new ArrayList<>(rows), null);
    }

    /** Returns the rows at some places; those of a table keep its columns, and are handed on as such a table. */
    public static List<@Nullable Object> chosen(List<?> rows, int[] places) {
        List<@Nullable Object> some = new ArrayList<>(places.length);
        for (int place : places) {
            some.add(rows.get(place));
        }
        if (!(rows instanceof ColumnedRows columned)) {
            return some;
        }
        Object table = columned.table();
        Object part = table instanceof Series series
                ? TablePart.rows(series, places)
                : table instanceof DataFrame frame ? TablePart.rows(frame, places) : null;
        return new ChosenRows(columned.columnNames(), columned.moments(), some, part);
    }

    /** Returns what is kept or sent of filtered rows: the table that they still are. */
    public static @Nullable Object handedOn(@Nullable Object value) {
        Object table = value instanceof ColumnedRows rows ? rows.table() : null;
        return table == null ? value : table;
    }

    /** Returns rows of some columns; those of a table keep them even if there is no row. */
    public static List<@Nullable Object> narrowed(
            List<?> rows, List<String> columnNames, List<@Nullable Object> narrow) {
        if (!(rows instanceof ColumnedRows columned)) {
            return narrow;
        }
        Object part = columned.table() instanceof DataFrame frame ? TablePart.columns(frame, columnNames) : null;
        return new ChosenRows(columnNames, columned.moments(), narrow, part);
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
