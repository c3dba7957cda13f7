package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects as a table: a column per key, numbers to the right, cut to the width. */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<String> header;
    private final List<List<@Nullable Object>> rows;

    private Table(List<String> header, List<List<@Nullable Object>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Returns whether the list is one of objects. */
    static boolean fits(List<?> list) {
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map) || map.isEmpty()) {
                return false;
            }
        }
        return !list.isEmpty();
    }

    /** Writes any value as a table: objects by their keys, one object as keys and values, the rest as one column. */
    static List<StyledLine> of(Object value, int width) {
        if (value instanceof List<?> list && fits(list)) {
            return ofObjects(list).lines(width);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(entry.getKey());
                row.add(entry.getValue());
                rows.add(row);
            }
            return new Table(List.of("key", "value"), rows).lines(width);
        }
        for (Object element : value instanceof Collection<?> list ? list : List.of(value)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(element);
            rows.add(row);
        }
        return new Table(List.of("value"), rows).lines(width);
    }

    private static Table ofObjects(List<?> objects) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Object object : objects) {
            keys.addAll(((Map<?, ?>) object).keySet());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object object : objects) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Object key : keys) {
                row.add(((Map<?, ?>) object).get(key));
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>();
        for (Object key : keys) {
            header.add(ValuePage.cell(key));
        }
        return new Table(header, rows);
    }

    private List<StyledLine> lines(int width) {
        int[] widths = widths(width);
        boolean[] right = new boolean[header.size()];
        for (int column = 0; column < right.length; column++) {
            right[column] = isNumeric(column);
        }
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(line(header, widths, right), Role.HEADER));
        for (List<@Nullable Object> row : rows) {
            List<String> cells = new ArrayList<>();
            for (Object value : row) {
                cells.add(ValuePage.cell(value));
            }
            lines.add(StyledLine.of(line(cells, widths, right)));
        }
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = new int[header.size()];
        int total = -GAP.length();
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Columns.of(header.get(column));
            for (List<@Nullable Object> row : rows) {
                widths[column] = Math.max(widths[column], Columns.of(ValuePage.cell(row.get(column))));
            }
            total += widths[column] + GAP.length();
        }
        return narrowed(widths, total, width);
    }

    private static int[] narrowed(int[] widths, int total, int width) {
        int excess = total - width;
        while (excess > 0) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                widest = widths[column] > widths[widest] ? column : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private boolean isNumeric(int column) {
        boolean any = false;
        for (List<@Nullable Object> row : rows) {
            Object value = row.get(column);
            if (value != null && !(value instanceof Number)) {
                return false;
            }
            any |= value != null;
        }
        return any;
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = Columns.cut(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - Columns.of(cell));
            line.append(column == 0 ? "" : GAP).append(right[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
