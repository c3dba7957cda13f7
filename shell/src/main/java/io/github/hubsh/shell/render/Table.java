package io.github.hubsh.shell.render;

import io.github.hubsh.shell.session.result.ColumnedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects as a table: a column per key, numbers to the right. {@link ColumnWidths} shares the width; what has no room
 * is counted below, and so are rows beyond a limit.
 */
final class Table {
    private static final String GAP = ColumnWidths.GAP;
    private static final int MAX_PICTURES = 6;

    /** Columns from which those are chosen that fit; to choose takes the square of their number. */
    private static final int MAX_COLUMNS = 1_000;

    /** Parts of a key that is a tuple. */
    private static final int MAX_LEVELS = 16;

    private final List<CellColumn> columns = new ArrayList<>();
    private final int rows;
    private final int columnsBeyond;
    private final DisplayLimits extent;

    /**
     * Takes what is in the table.
     *
     * @param header a name per column
     * @param rows as many values each
     */
    Table(List<String> header, List<List<@Nullable Object>> rows, DisplayLimits extent) {
        this.rows = rows.size();
        this.extent = extent;
        int laidOut = extent.whole() ? header.size() : Math.min(header.size(), MAX_COLUMNS);
        this.columnsBeyond = header.size() - laidOut;
        for (int column = 0; column < laidOut; column++) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            for (List<@Nullable Object> row : rows) {
                values.add(row.get(column));
            }
            columns.add(new CellColumn(header.get(column), values, extent));
        }
    }

    /** Returns whether the list is one of objects that have about the same keys. */
    static boolean fits(List<?> list) {
        Set<Object> keys = new HashSet<>();
        long walked = 0;
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map) || map.isEmpty()) {
                return false;
            }
            walked += map.size();
            boolean readable = walked <= DisplayLimits.MAX_CELLS && addAll(keys, map.keySet());
            if (!readable || (long) keys.size() * list.size() > DisplayLimits.MAX_CELLS) {
                return false;
            }
        }
        return !list.isEmpty();
    }

    /** Adds the keys; returns whether each of them is small, for it will be looked up in every row. */
    private static boolean addAll(Set<Object> keys, Set<?> some) {
        for (Object key : some) {
            if (key instanceof Collection<?> parts
                    && (parts.size() > MAX_LEVELS || parts.stream().anyMatch(Collection.class::isInstance))) {
                return false;
            }
            keys.add(key);
        }
        return true;
    }

    /**
     * Returns whether columns of these objects are cut or left out; of a single one the keys stand better below each
     * other.
     */
    static boolean isTooWide(List<?> objects, DisplayLimits extent) {
        return ColumnWidths.isTooWide(ofObjects(objects, extent).columns, extent.width());
    }

    /** Writes any value as a table: objects by their keys, one object as keys and values, the rest as one column. */
    static List<StyledLine> of(Object value, DisplayLimits extent) {
        if (value instanceof List<?> list && fits(list)) {
            return ofObjects(list, extent).lines();
        }
        if (value instanceof ColumnedRows none && value instanceof List<?> rows && rows.isEmpty()) {
            List<String> header = new ArrayList<>();
            none.columnNames().forEach(name -> header.add(ValuePage.cell(name, extent)));
            return new Table(header, List.of(), extent).lines();
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(entry.getKey());
                row.add(entry.getValue());
                rows.add(row);
            }
            return new Table(List.of("key", "value"), rows, extent).lines();
        }
        for (Object element : value instanceof Collection<?> list ? list : List.of(value)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(element);
            rows.add(row);
        }
        return new Table(List.of("value"), rows, extent).lines();
    }

    private static Table ofObjects(List<?> objects, DisplayLimits extent) {
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
            header.add(ValuePage.cell(key, extent));
        }
        return new Table(header, rows, extent);
    }

    List<StyledLine> lines() {
        ColumnWidths widths = ColumnWidths.of(columns, extent);
        List<List<String>> texts = new ArrayList<>();
        for (int column = 0; column < widths.shown().size(); column++) {
            texts.add(widths.shown().get(column).padded(widths.width(column)));
        }
        List<StyledLine> lines = new ArrayList<>();
        for (int row = 0; row <= extent.rowsOf(rows); row++) {
            StringBuilder line = new StringBuilder();
            for (List<String> column : texts) {
                line.append(column == texts.get(0) ? "" : GAP).append(column.get(row));
            }
            lines.add(StyledLine.of(line.toString().stripTrailing(), row == 0 ? Role.HEADER : Role.PLAIN));
        }
        note(lines, widths);
        pictures(lines, widths.shown());
        return lines;
    }

    /** Says what is not shown, and how to see it. */
    private void note(List<StyledLine> lines, ColumnWidths widths) {
        String omitted = widths.omittedSummary();
        boolean fits = TextWidth.of(omitted) <= extent.width();
        if (!omitted.isEmpty() && fits) {
            lines.add(StyledLine.of(omitted, Role.NOTE));
        }
        int hidden = columnsBeyond
                + (fits ? widths.leftOut() : columns.size() - widths.shown().size());
        int left = rows - extent.rowsOf(rows);
        if (hidden > 0 || left > 0) {
            String more = left == 0 ? "" : count(left, "row");
            String both = hidden == 0 ? more : count(hidden, "column") + (left == 0 ? "" : ", " + more);
            String note = "… " + both + " (--all)";
            lines.add(StyledLine.of(TextWidth.of(note) <= extent.width() ? note : "… more (--all)", Role.NOTE));
        }
    }

    private static String count(int number, String what) {
        return number + " more " + what + (number == 1 ? "" : "s");
    }

    /** Draws the columns of numbers of which there are too many to read. */
    private void pictures(List<StyledLine> lines, List<CellColumn> shown) {
        if (extent.whole() || rows < Sparkline.MIN_VALUES) {
            return;
        }
        List<CellColumn> numeric = shown.stream().filter(CellColumn::isNumeric).toList();
        int widest = numeric.stream()
                .mapToInt(column -> TextWidth.of(column.header()))
                .max()
                .orElse(0);
        int nameWidth = Math.min(widest, Math.max(1, extent.width() / 3));
        numeric.stream()
                .filter(column -> Sparkline.fits(column.values()) && !Sparkline.isFlat(column.values()))
                .limit(MAX_PICTURES)
                .forEach(column -> lines.add(picture(column, nameWidth)));
    }

    private StyledLine picture(CellColumn column, int nameWidth) {
        String name = TextWidth.cut(column.header(), nameWidth);
        String padded = name + " ".repeat(nameWidth - TextWidth.of(name)) + GAP;
        String picture = Sparkline.summary(column.values(), extent.width() - TextWidth.of(padded));
        return StyledLine.of(new StyledSpan(padded, Role.KEY), new StyledSpan(picture, Role.PLAIN))
                .cut(extent.width());
    }
}
