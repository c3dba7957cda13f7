package io.github.hubsh.shell.argument;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.array.UnfitValueException;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.word.Operands;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arguments that are of numpy or pandas: {@code series({"e1":1})}, {@code series([1], index=[37])},
 * {@code frame({"x":[1,2]})}, {@code array([1,2], "float32")}, {@code int8(5)}; or of Python's own types, as
 * {@link PythonLiteral} lists them. They travel as a pickle.
 */
public final class TypedArgument {
    private static final String SERIES = "series";
    private static final String FRAME = "frame";
    private static final String ARRAY = "array";
    private static final List<String> SERIES_NAMES = List.of("index", "dtype", "name");
    private static final List<String> FRAME_NAMES = List.of("index", "dtype");
    private static final List<String> ARRAY_NAMES = List.of("dtype");
    private static final int MAX_DIMENSIONS = 30;

    private TypedArgument() {}

    /** Returns whether there is a function of that name. */
    public static boolean isFunction(String name) {
        return name.equals(SERIES)
                || name.equals(FRAME)
                || name.equals(ARRAY)
                || scalarType(name) != null
                || PythonLiteral.isFunction(name);
    }

    /**
     * Makes the value that {@code name(operand, …)} is.
     *
     * @param name one of which {@link #isFunction} is true
     * @throws IllegalArgumentException saying what was expected
     */
    public static Object make(String name, Operands operands) {
        if (PythonLiteral.isFunction(name)) {
            requireNames(name, operands, List.of());
            return PythonLiteral.make(name, operands.positional());
        }
        requireNames(
                name, operands, name.equals(SERIES) ? SERIES_NAMES : name.equals(FRAME) ? FRAME_NAMES : ARRAY_NAMES);
        List<?> values = operands.positional();
        Object dtype = values.size() == 2 ? values.get(1) : operands.named().get("dtype");
        if (values.isEmpty() || values.size() > 2 || !(dtype == null || dtype instanceof String)) {
            throw new IllegalArgumentException(
                    "expected a JSON value, and after a comma perhaps a type such as \"float32\"");
        }
        if (dtype != null && scalarType(name) != null) {
            throw new IllegalArgumentException("expected one value in " + name + "(…), which is the type itself");
        }
        Object made = make(name, values.get(0), (String) dtype);
        Object index = operands.named().get("index");
        Object title = operands.named().get("name");
        if (index == null && title == null) {
            return made;
        }
        return labelled(made, index, title);
    }

    private static void requireNames(String function, Operands operands, List<String> names) {
        for (String name : operands.named().keySet()) {
            if (!names.contains(name)) {
                String known = names.isEmpty() ? "no names" : String.join("=, ", names) + "=";
                throw new IllegalArgumentException(
                        "expected " + known + " in " + function + "(…), found " + name + "=");
            }
        }
    }

    /** Returns the table with other labels in its index, or the Series with a name. */
    private static Object labelled(Object table, @Nullable Object index, @Nullable Object name) {
        List<?> before = table instanceof DataFrame frame ? frame.index() : ((Series) table).index();
        if (index != null && (!(index instanceof List<?> labels) || labels.size() != before.size())) {
            throw new IllegalArgumentException("expected a list of " + before.size() + " labels in index=");
        }
        Index labels = index instanceof List<?> list ? labels(list) : labels(before);
        if (index != null && !(before instanceof Index known && known.labels() instanceof RangeLabels)) {
            throw new IllegalArgumentException("expected values without labels beside index=");
        } else if (table instanceof DataFrame frame) {
            return DataFrame.of(labels, frame.data(), labels(frame.columns()));
        }
        Series series = (Series) table;
        Index kept = index == null && series.index() instanceof Index known ? known : labels;
        return series.values() instanceof Column values
                ? Series.of(kept, values, name)
                : new Series(kept, series.values(), kept.dtypeName(), series.dtype(), kept.name(), name);
    }

    /**
     * Makes the value of numpy or pandas that {@code name(json, "dtype")} is.
     *
     * @param name a function of numpy or pandas
     * @param dtype as numpy or pandas names it, or {@code null} for what follows from the values
     * @throws IllegalArgumentException saying what was expected
     */
    static Object make(String name, @Nullable Object json, @Nullable String dtype) {
        try {
            return switch (name) {
                case SERIES -> series(json, dtype);
                case FRAME -> frame(json, dtype);
                case ARRAY -> array(json, dtype);
                default -> scalar(name, json);
            };
        } catch (UnfitValueException e) {
            throw new IllegalArgumentException("value " + (e.index() + 1) + ": " + e.getMessage(), e);
        }
    }

    /** Returns whether the value has a part that only a pickle can carry unchanged. */
    static boolean isIn(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Boolean) {
            return false;
        } else if (PythonLiteral.isMade(value)) {
            return true;
        } else if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(TypedArgument::isIn);
        }
        return value instanceof Column
                || value instanceof Series
                || value instanceof DataFrame
                || value instanceof NumpyScalar
                || (value instanceof Collection<?> items && items.stream().anyMatch(TypedArgument::isIn));
    }

    private static Object series(@Nullable Object json, @Nullable String dtype) throws UnfitValueException {
        Object shape = PandasJson.fromShape(json);
        if (shape instanceof Series series) {
            return series;
        } else if (json instanceof Map<?, ?> map) {
            List<@Nullable Object> values = new ArrayList<>(map.values());
            return Series.of(labels(map.keySet()), column(values, dtype), null);
        } else if (json instanceof List<?> values) {
            return Series.of(range(values.size()), column(values, dtype), null);
        }
        throw new IllegalArgumentException("expected an object of label: value, or a list, in series(…)");
    }

    private static Object frame(@Nullable Object json, @Nullable String dtype) throws UnfitValueException {
        Object shape = PandasJson.fromShape(json);
        if (shape instanceof DataFrame frame) {
            return frame;
        } else if (json instanceof Map<?, ?> columns) {
            return ofColumns(columns, dtype);
        } else if (json instanceof List<?> rows) {
            return ofRows(rows, dtype);
        }
        throw new IllegalArgumentException("expected an object of column: [values], or a list of objects, in frame(…)");
    }

    private static DataFrame ofColumns(Map<?, ?> columns, @Nullable String dtype) throws UnfitValueException {
        if (!columns.isEmpty() && columns.values().stream().allMatch(Map.class::isInstance)) {
            return ofLabelledColumns(columns, dtype);
        }
        List<Column> data = new ArrayList<>();
        for (Object values : columns.values()) {
            if (!(values instanceof List<?> list)) {
                throw new IllegalArgumentException("expected a list of values for each column of frame(…), or"
                        + " an object of label: value for each");
            }
            data.add(column(list, dtype));
        }
        int rows = data.isEmpty() ? 0 : data.get(0).size();
        if (data.stream().anyMatch(each -> each.size() != rows)) {
            throw new IllegalArgumentException("expected as many values in each column of frame(…)");
        }
        return DataFrame.of(range(rows), data, labels(columns.keySet()));
    }

    /** Takes {@code {column: {label: value}}}: as in pandas, a label that a column lacks has no value there. */
    private static DataFrame ofLabelledColumns(Map<?, ?> columns, @Nullable String dtype) throws UnfitValueException {
        Set<Object> index = new LinkedHashSet<>();
        columns.values().forEach(column -> index.addAll(((Map<?, ?>) column).keySet()));
        List<Column> data = new ArrayList<>();
        for (Object column : columns.values()) {
            List<@Nullable Object> values = new ArrayList<>(index.size());
            index.forEach(label -> values.add(((Map<?, ?>) column).get(label)));
            data.add(column(values, dtype));
        }
        return DataFrame.of(labels(index), data, labels(columns.keySet()));
    }

    private static DataFrame ofRows(List<?> rows, @Nullable String dtype) throws UnfitValueException {
        Set<Object> names = new LinkedHashSet<>();
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("expected an object for each row of frame(…)");
            }
            names.addAll(map.keySet());
        }
        List<Column> data = new ArrayList<>();
        for (Object name : names) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(((Map<?, ?>) row).get(name)));
            data.add(column(values, dtype));
        }
        return DataFrame.of(range(rows.size()), data, labels(names));
    }

    private static NdArray array(@Nullable Object json, @Nullable String dtype) throws UnfitValueException {
        if (json instanceof NdArray made && dtype == null) {
            return made;
        }
        List<Integer> shape = new ArrayList<>();
        Object corner = json;
        while (corner instanceof List<?> list && shape.size() < MAX_DIMENSIONS) {
            shape.add(list.size());
            corner = list.isEmpty() ? null : list.get(0);
        }
        if (shape.isEmpty()) {
            throw new IllegalArgumentException("expected a list in array(…)");
        }
        List<@Nullable Object> values = new ArrayList<>();
        flatten(json, 0, shape, values);
        if (column(values, dtype) instanceof NdArray flat) {
            return flat.reshaped(shape);
        }
        throw new IllegalArgumentException("expected a type of numpy in array(…), found " + dtype);
    }

    private static void flatten(@Nullable Object json, int depth, List<Integer> shape, List<@Nullable Object> values) {
        if (depth == shape.size()) {
            values.add(json);
        } else if (json instanceof List<?> list && list.size() == shape.get(depth)) {
            list.forEach(each -> flatten(each, depth + 1, shape, values));
        } else {
            throw new IllegalArgumentException("expected lists of one length in array(…)");
        }
    }

    private static NumpyScalar scalar(String name, @Nullable Object json) throws UnfitValueException {
        Dtype dtype = scalarType(name);
        if (dtype == null || json == null) {
            throw new IllegalArgumentException("expected a value in " + name + "(…)");
        }
        return new NumpyScalar(
                dtype,
                column(Collections.singletonList(TypedScalar.plain(json)), name).get(0));
    }

    private static @Nullable Dtype scalarType(String name) {
        return switch (name) {
            case "int8",
                    "int16",
                    "int32",
                    "int64",
                    "uint8",
                    "uint16",
                    "uint32",
                    "uint64",
                    "float32",
                    "float64",
                    "bool" -> DtypeCodes.parse(name, false);
            default -> null;
        };
    }

    private static Column column(List<?> values, @Nullable String dtype) throws UnfitValueException {
        if (dtype != null) {
            return ColumnTyping.named(values, dtype);
        }
        return values instanceof Column column ? column : ColumnTyping.infer(values);
    }

    /** Integer labels stay integers, as in pandas: a look-up of 37 does not find "37". */
    private static Index labels(Collection<?> names) {
        return new Index(ColumnTyping.infer(new ArrayList<>(names)), null);
    }

    private static Index range(int size) {
        return new Index(new RangeLabels(0, 1, size), null);
    }
}
