package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.UnfitValueException;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TypedColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** pandas' public constructors with the arguments that our own writer gives them, which other writers hardly use. */
final class ConstructorCalls {
    private ConstructorCalls() {}

    /** {@code Series(values, index, None, name)}. */
    static @Nullable Series series(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.size() != 4 || !(arguments.get(1) instanceof Index index)) {
            return null;
        }
        Column values = FrameColumns.of(arguments.get(0), meter);
        return values == null || values.size() != index.size() ? null : Series.of(index, values, arguments.get(3));
    }

    /** {@code DataFrame({name: values, …}, index, columns)}, or with a list of rows where names occur twice. */
    static @Nullable DataFrame frame(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.size() != 3
                || !(arguments.get(1) instanceof Index index)
                || !(arguments.get(2) instanceof Index names)) {
            return null;
        }
        meter.copiedBytes((long) index.size() * names.size());
        List<Column> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Column column = arguments.get(0) instanceof Map<?, ?> byName
                    ? FrameColumns.of(byName.get(names.get(i)), meter)
                    : cells(arguments.get(0), i, meter);
            if (column == null || column.size() != index.size()) {
                return null;
            }
            columns.add(column);
        }
        return DataFrame.of(index, columns, names);
    }

    private static @Nullable Column cells(@Nullable Object rows, int column, Meter meter) throws ContentException {
        if (!(rows instanceof List<?> list)) {
            return null;
        }
        meter.values(list.size());
        List<@Nullable Object> cells = new ArrayList<>(list.size());
        for (Object row : list) {
            if (!(row instanceof List<?> values) || values.size() <= column) {
                return null;
            }
            cells.add(values.get(column));
        }
        return NdArray.ofObjects(cells);
    }

    /** {@code Categorical(values, categories, ordered)}. */
    static @Nullable Categorical categorical(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.size() != 3
                || !(arguments.get(0) instanceof List<?> values)
                || !(arguments.get(1) instanceof Index categories)
                || !FrameColumns.isSimple(categories.labels())) {
            return null;
        }
        meter.values((long) values.size() + categories.size());
        Map<@Nullable Object, Long> places = new HashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            Object label = TypedScalar.plain(categories.get(i));
            if (!isLabel(label)) {
                return null;
            }
            places.put(label, (long) i);
        }
        long[] codes = new long[values.size()];
        for (int i = 0; i < codes.length; i++) {
            Object value = TypedScalar.plain(values.get(i));
            codes[i] = value == null || !isLabel(value) ? -1 : places.getOrDefault(value, -1L);
        }
        return new Categorical(NdArray.ofLongs(codes), categories, Boolean.TRUE.equals(arguments.get(2)));
    }

    /** Returns whether a value may be looked up: what holds others costs them all, each time it is referred to. */
    private static boolean isLabel(@Nullable Object value) {
        return !(value instanceof Collection
                || value instanceof Map
                || value instanceof Series
                || value instanceof DataFrame
                || value instanceof TypedScalar);
    }

    /** {@code array(DatetimeIndex)} or {@code array(ndarray, dtype)}. */
    private static @Nullable Column boxed(List<@Nullable Object> arguments) {
        Object values = arguments.get(0);
        boolean isWhole = arguments.size() == 1
                ? values instanceof Index
                : values instanceof NdArray && arguments.get(1) instanceof Opaque;
        if (!isWhole) {
            return null;
        }
        Column shown = values instanceof Index index ? index.labels() : (NdArray) values;
        return new ForeignArray(shown, new Opaque("pandas.array", arguments));
    }

    /** {@code array(values, 'Int64')}: {@code None} is a missing one. */
    static @Nullable Column array(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.size() == 2
                && arguments.get(0) instanceof List<?> all
                && arguments.get(1) instanceof Opaque dtype
                && dtype.className().equals("pandas.SparseDtype")
                && dtype.arguments().size() == 2
                && dtype.arguments().get(0) instanceof String code) {
            meter.values(all.size());
            Dtype element = DtypeCodes.parse(code, false);
            return element == null ? null : Sparse.column(new ArrayList<>(all), element.name(), dtype, meter);
        }
        Column boxed = arguments.isEmpty() ? null : boxed(arguments);
        if (boxed != null) {
            return boxed;
        }
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof List<?> values)
                || !(arguments.get(1) instanceof String name)) {
            return null;
        }
        meter.values(values.size());
        try {
            return name.equals("string") || name.startsWith("period[")
                    ? new TypedColumn(name, new ArrayList<>(values))
                    : ColumnTyping.nullable(values, name);
        } catch (UnfitValueException e) {
            return null;
        }
    }
}
