package io.github.hubsh.shell.render;

import io.github.hubsh.core.value.TypedScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects as a table: a column per key, numbers to the right. Columns share the width, none narrower than can be read,
 * the first, which names the row, least of all; what has no room is counted below, and so are rows beyond a limit.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int MIN_WIDTH = 6;
    private static final int MAX_PICTURES = 6;

    private final List<String> header;
    private final List<List<@Nullable Object>> rows;
    private final DisplayLimits extent;
    private final List<List<String>> cells = new ArrayList<>();

    /**
     * Takes what is in the table.
     *
     * @param header a name per column
     * @param rows as many values each
     */
    Table(List<String> header, List<List<@Nullable Object>> rows, DisplayLimits extent) {
        this.header = header;
        this.rows = rows;
        this.extent = extent;
        for (List<@Nullable Object> row : rows.subList(0, extent.rowsOf(rows.size()))) {
            List<String> texts = new ArrayList<>(row.size());
            for (Object value : row) {
                texts.add(ValuePage.cell(value, extent));
            }
            cells.add(texts);
        }
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
    static List<StyledLine> of(Object value, DisplayLimits extent) {
        if (value instanceof List<?> list && fits(list)) {
            return ofObjects(list, extent).lines();
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
        int[] widths = widths();
        boolean[] right = new boolean[widths.length];
        for (int column = 0; column < right.length; column++) {
            right[column] = isNumeric(column);
        }
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(line(header, widths, right), Role.HEADER));
        for (List<String> row : cells) {
            lines.add(StyledLine.of(line(row, widths, right)));
        }
        note(lines, header.size() - widths.length);
        pictures(lines, right);
        return lines;
    }

    /** Says what is not shown, and how to see it. */
    private void note(List<StyledLine> lines, int columns) {
        int left = rows.size() - cells.size();
        if (columns > 0 || left > 0) {
            String more = left == 0 ? "" : count(left, "row");
            String both = columns == 0 ? more : count(columns, "column") + (left == 0 ? "" : ", " + more);
            String note = "… " + both + " (--all)";
            lines.add(StyledLine.of(TextWidth.of(note) <= extent.width() ? note : "… more (--all)", Role.NOTE));
        }
    }

    private static String count(int number, String what) {
        return number + " more " + what + (number == 1 ? "" : "s");
    }

    /** Draws the columns of numbers of which there are too many to read. */
    private void pictures(List<StyledLine> lines, boolean[] numeric) {
        if (extent.whole() || rows.size() < Sparkline.MIN_VALUES) {
            return;
        }
        int widest = 0;
        for (int column = 0; column < numeric.length; column++) {
            widest = numeric[column] ? Math.max(widest, TextWidth.of(header.get(column))) : widest;
        }
        int nameWidth = Math.min(widest, Math.max(1, extent.width() / 3));
        int left = MAX_PICTURES;
        for (int column = 0; column < numeric.length; column++) {
            List<@Nullable Object> values = column(column);
            if (numeric[column] && Sparkline.fits(values) && !Sparkline.isFlat(values) && left-- > 0) {
                String name = TextWidth.cut(header.get(column), nameWidth);
                String padded = name + " ".repeat(nameWidth - TextWidth.of(name)) + GAP;
                String picture = Sparkline.summary(values, extent.width() - TextWidth.of(padded));
                lines.add(StyledLine.of(new StyledSpan(padded, Role.KEY), new StyledSpan(picture, Role.PLAIN))
                        .cut(extent.width()));
            }
        }
    }

    private List<@Nullable Object> column(int column) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            values.add(row.get(column));
        }
        return values;
    }

    /** Returns the widths of the columns that have room; the others are the last ones. */
    private int[] widths() {
        int[] natural = new int[header.size()];
        int shown = 0;
        int least = -GAP.length();
        int total = -GAP.length();
        for (int column = 0; column < natural.length; column++) {
            natural[column] = TextWidth.of(header.get(column));
            for (List<String> row : cells) {
                natural[column] = Math.max(natural[column], TextWidth.of(row.get(column)));
            }
            least += leastWidth(column, natural[column]) + GAP.length();
            if (column > 0 && least > extent.width() && !extent.whole()) {
                break;
            }
            total += natural[column] + GAP.length();
            shown++;
        }
        int[] widths = new int[shown];
        System.arraycopy(natural, 0, widths, 0, shown);
        return extent.whole() ? widths : narrowed(widths, total, extent.width());
    }

    /** The first column names the row, and keeps two fifths of the width if it needs them. */
    private int leastWidth(int column, int natural) {
        return Math.min(natural, column == 0 ? Math.max(MIN_WIDTH, extent.width() * 2 / 5) : MIN_WIDTH);
    }

    private int[] narrowed(int[] widths, int total, int width) {
        int[] least = new int[widths.length];
        for (int column = 0; column < widths.length; column++) {
            least[column] = leastWidth(column, widths[column]);
        }
        for (int excess = total - width; excess > 0; excess--) {
            int widest = widest(widths, least);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** Returns the widest column that is above its least width, or -1. */
    private static int widest(int[] widths, int[] least) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private boolean isNumeric(int column) {
        boolean any = false;
        for (List<@Nullable Object> row : rows) {
            Object value = TypedScalar.plain(row.get(column));
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
            String cell = TextWidth.cut(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - TextWidth.of(cell));
            line.append(column == 0 ? "" : GAP).append(right[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
