package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Series or a DataFrame in the layout of pandas: the labels in front, each column in the format of its type, the
 * types below the names. If it does not fit, its middle is left out, and counted.
 */
final class TablePage {
    private static final String GAP = "  ";
    private static final int MAX_ROWS = 60;
    private static final int ROWS_EACH_END = 10;
    private static final int MAX_COLUMNS_LOOKED_AT = 200;
    private static final int MAX_PICTURES = 6;

    private final List<TableColumn> labels;
    private final List<TableColumn> columns;
    private final int rows;
    private final int allColumns;
    private final DisplayLimits extent;

    private TablePage(
            List<TableColumn> labels, List<TableColumn> columns, int rows, int allColumns, DisplayLimits extent) {
        this.labels = labels;
        this.columns = columns;
        this.rows = rows;
        this.allColumns = allColumns;
        this.extent = extent;
    }

    /** Returns the page of a table, or of a JSON object in the shape of one; {@code null} for what is none. */
    static @Nullable List<StyledLine> of(@Nullable Object value, DisplayLimits extent) {
        boolean shape = value instanceof Map<?, ?> map && map.get("index") instanceof List && map.containsKey("type");
        boolean possible = shape || !(value instanceof Map || value instanceof String || value instanceof List);
        Object table = possible ? PandasJson.fromShape(value) : null;
        if (table instanceof Series series
                && series.index().size() == series.values().size()) {
            return ofSeries(series, extent).lines();
        } else if (table instanceof DataFrame frame
                && frame.index().size() == frame.values().size()) {
            return ofFrame(frame, extent).lines();
        }
        return ofArray(value, extent);
    }

    private static TablePage ofSeries(Series series, DisplayLimits extent) {
        int[] shown = shown(series.values().size(), extent);
        String name = series.name() == null ? "" : ValuePage.cell(series.name());
        TableColumn values = new TableColumn(name, series.dtype(), series.values(), shown);
        return new TablePage(
                labels(series.index(), series.indexDtype(), series.indexName(), shown),
                List.of(values),
                series.values().size(),
                1,
                extent);
    }

    private static TablePage ofFrame(DataFrame frame, DisplayLimits extent) {
        int[] shown = shown(frame.values().size(), extent);
        List<Column> data = frame.data();
        int[] looked = extent.whole() ? all(data.size()) : ends(data.size(), MAX_COLUMNS_LOOKED_AT / 2);
        List<TableColumn> columns = new ArrayList<>();
        for (int index : looked) {
            Object name = frame.columns().get(index);
            String title = name instanceof List<?> levels ? joined(levels) : ValuePage.cell(name);
            columns.add(new TableColumn(title, data.get(index).dtypeName(), data.get(index), shown));
        }
        List<TableColumn> labels = labels(frame.index(), frame.indexDtype(), frame.indexName(), shown);
        return new TablePage(labels, columns, frame.values().size(), data.size(), extent);
    }

    private static List<TableColumn> labels(List<?> index, String dtype, @Nullable Object name, int[] shown) {
        List<TableColumn> columns = new ArrayList<>();
        if (index instanceof Index labels && labels.labels() instanceof Levels levels) {
            for (int i = 0; i < levels.levels().size(); i++) {
                int level = i;
                List<@Nullable Object> values = new ArrayList<>();
                for (int row : shown) {
                    values.add(levels.get(row).get(level));
                }
                Index labelled = levels.levels().get(i);
                String title = labelled.name() == null ? "" : ValuePage.cell(labelled.name());
                columns.add(new TableColumn(title, labelled.dtypeName(), values, all(values.size())));
            }
            return columns;
        }
        String title = name == null ? "" : ValuePage.cell(name);
        columns.add(new TableColumn(title, dtype, index, shown));
        return columns;
    }

    private static String joined(List<?> levels) {
        List<String> parts = new ArrayList<>();
        levels.forEach(level -> parts.add(ValuePage.cell(level)));
        return String.join(".", parts);
    }

    private static int[] shown(int rows, DisplayLimits extent) {
        return extent.whole() || rows <= MAX_ROWS ? all(rows) : ends(rows, ROWS_EACH_END);
    }

    private static int[] all(int count) {
        return ends(count, count);
    }

    private static int[] ends(int count, int each) {
        int size = Math.min(count, Math.min(count, each) * 2);
        int[] indexes = new int[size];
        for (int i = 0; i < size; i++) {
            indexes[i] = count <= each || i < each ? i : count - size + i;
        }
        return indexes;
    }

    private List<StyledLine> lines() {
        List<TableColumn> kept = fitting();
        boolean gap = kept.contains(TableColumn.LEFT_OUT);
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(line(kept, TableColumn::title), Role.HEADER));
        lines.add(StyledLine.of(line(kept, TableColumn::type), Role.NOTE));
        int size = labels.get(0).size();
        for (int i = 0; i < size; i++) {
            int row = i;
            if (size < rows && i == size / 2) {
                lines.add(StyledLine.of("… " + counted(rows - size, "more row") + " (--all)", Role.NOTE));
            }
            lines.add(StyledLine.of(line(kept, column -> column.cell(row))));
        }
        int left = allColumns + labels.size() - kept.size() + (gap ? 1 : 0);
        if (size < rows || left > 0) {
            String columnsLeft = left > 0 ? ", " + left + " of them not shown (--all)" : "";
            lines.add(StyledLine.of(
                    "[" + counted(rows, "row") + " × " + counted(allColumns, "column") + columnsLeft + "]", Role.NOTE));
        }
        pictures(lines);
        return lines;
    }

    private static String counted(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    /** Returns the columns that fit, labels first; where some do not, a mark stands for the middle. */
    private List<TableColumn> fitting() {
        List<TableColumn> all = new ArrayList<>(labels);
        all.addAll(columns);
        if (extent.whole() || (columns.size() == allColumns && width(all) <= extent.width())) {
            return all;
        }
        int room = extent.width() - width(labels) - GAP.length() - TableColumn.LEFT_OUT.width();
        int front = 0;
        int back = 0;
        while (front + back < columns.size()) {
            boolean atFront = front <= back;
            TableColumn next = columns.get(atFront ? front : columns.size() - 1 - back);
            room -= next.width() + GAP.length();
            if (room < 0 && front > 0) {
                break;
            }
            front += atFront ? 1 : 0;
            back += atFront ? 0 : 1;
        }
        List<TableColumn> kept = new ArrayList<>(labels);
        kept.addAll(columns.subList(0, front));
        kept.add(TableColumn.LEFT_OUT);
        kept.addAll(columns.subList(columns.size() - back, columns.size()));
        return kept;
    }

    private static int width(List<TableColumn> columns) {
        return columns.stream()
                        .mapToInt(column -> column.width() + GAP.length())
                        .sum()
                - GAP.length();
    }

    private interface Text {
        String of(TableColumn column);
    }

    private static String line(List<TableColumn> columns, Text text) {
        StringBuilder line = new StringBuilder();
        for (TableColumn column : columns) {
            line.append(line.length() == 0 ? "" : GAP).append(column.padded(text.of(column)));
        }
        return line.toString().stripTrailing();
    }

    /** Draws the columns of numbers of which there are too many to read. */
    private void pictures(List<StyledLine> lines) {
        if (extent.whole()) {
            return;
        }
        int left = MAX_PICTURES;
        for (TableColumn column : columns) {
            if (column.isNumeric() && Sparkline.fits(column.values()) && left-- > 0) {
                String title = column.title().isEmpty()
                        ? ""
                        : TextWidth.cut(column.title(), Math.max(1, extent.width() / 3)) + GAP;
                String picture = Sparkline.summary(column.values(), extent.width() - TextWidth.of(title));
                lines.add(StyledLine.of(new StyledSpan(title, Role.KEY), new StyledSpan(picture, Role.PLAIN)));
            }
        }
    }

    /**
     * Returns an array of numbers that is too long to read as its type and picture; {@code null} for any other value.
     */
    private static @Nullable List<StyledLine> ofArray(@Nullable Object value, DisplayLimits extent) {
        if (extent.whole()
                || !(value instanceof NdArray array)
                || array.shape().size() != 1
                || "iuf".indexOf(array.dtype().kind()) < 0
                || !Sparkline.fits(array)) {
            return null;
        }
        return List.of(
                StyledLine.of(array.dtypeName(), Role.NOTE), StyledLine.of(Sparkline.summary(array, extent.width())));
    }
}
