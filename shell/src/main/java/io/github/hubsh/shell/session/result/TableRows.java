package io.github.hubsh.shell.session.result;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.Series;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Series or a DataFrame as objects: its labels under the index's name, or a level's, then the values.
 * Each has a name of its own. Made when they are looked at, for there may be millions.
 */
final class TableRows extends AbstractList<@Nullable Object> implements ColumnedRows {
    private final List<String> columnNames;
    private final int labels;
    private final List<?> index;
    private final List<?> values;
    private final boolean single;
    private final Object table;

    private TableRows(Object table, List<?> index, List<String> labelNames, List<String> columns, List<?> values) {
        this.table = table;
        this.index = index;
        this.columnNames = ColumnNames.distinct(labelNames, columns);
        this.labels = labelNames.size();
        this.values = values;
        this.single = table instanceof Series;
    }

    /** Returns whether a quick look finds nothing against the value being a table. */
    static boolean isPossible(@Nullable Object value) {
        boolean shape = value instanceof Map<?, ?> map && map.get("index") instanceof List && map.containsKey("type");
        return shape
                || (value != null
                        && !(value instanceof Map)
                        && !(value instanceof Collection)
                        && !(value instanceof String));
    }

    /** Returns the rows of a table, or of a JSON object in the shape of one; {@code null} for what is none. */
    static @Nullable List<@Nullable Object> of(@Nullable Object value) {
        Object table = PandasJson.fromShape(value);
        if (table instanceof Series series
                && series.index().size() == series.values().size()) {
            List<String> name = List.of(name(series.name(), "value"));
            return new TableRows(
                    series, series.index(), labelNames(series.index(), series.indexName()), name, series.values());
        } else if (table instanceof DataFrame frame
                && frame.index().size() == frame.values().size()) {
            List<String> columns = new ArrayList<>();
            frame.columns().forEach(column -> columns.add(name(column, "null")));
            return new TableRows(
                    frame, frame.index(), labelNames(frame.index(), frame.indexName()), columns, frame.values());
        }
        return null;
    }

    /** Names them as pandas' {@code reset_index} does. */
    private static List<String> labelNames(List<?> index, @Nullable Object name) {
        List<String> names = new ArrayList<>();
        if (index instanceof Index labels && labels.labels() instanceof Levels levels) {
            for (Object level : levels.names()) {
                names.add(name(level, "level_" + names.size()));
            }
        } else {
            names.add(name(name, "index"));
        }
        return names;
    }

    /** The name of a column with two levels consists of both. */
    private static String name(@Nullable Object name, String otherwise) {
        if (name instanceof List<?> levels) {
            List<String> parts = new ArrayList<>();
            levels.forEach(level -> parts.add(String.valueOf(level)));
            return String.join(".", parts);
        }
        return name == null ? otherwise : name.toString();
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    /** Times in what a plugin sent are shown as it sent them. */
    @Override
    public Set<String> moments() {
        return Set.of();
    }

    @Override
    public Object table() {
        return table;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Map<String, @Nullable Object> get(int row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Object label = index.get(row);
        for (int level = 0; level < labels; level++) {
            boolean levelled = labels > 1 && label instanceof List<?> levels && level < levels.size();
            object.put(columnNames.get(level), levelled ? ((List<?>) label).get(level) : label);
        }
        Object value = values.get(row);
        for (int column = 0; column < columnNames.size() - labels; column++) {
            object.put(columnNames.get(labels + column), single ? value : cell(value, column));
        }
        return object;
    }

    private static @Nullable Object cell(@Nullable Object row, int column) {
        return row instanceof List<?> cells && column < cells.size() ? cells.get(column) : null;
    }
}
