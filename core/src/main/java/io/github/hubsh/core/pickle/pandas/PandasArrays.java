package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.MaskedColumn;
import io.github.hubsh.core.value.table.TypedColumn;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** pandas' own arrays: what a numpy array cannot say by itself. */
public final class PandasArrays implements Family {
    private static final String ARRAY = "pandas.array";

    @Override
    public Set<String> names() {
        return Set.of(
                "pandas.__pyx_unpickle_NDArrayBacked",
                "pandas.__pyx_unpickle_IntervalMixin",
                "pandas.DatetimeArray",
                "pandas.TimedeltaArray",
                "pandas.PeriodArray",
                "pandas.IntervalArray",
                "pandas.Categorical",
                "pandas.IntegerArray",
                "pandas.FloatingArray",
                "pandas.BooleanArray",
                "pandas.StringArray",
                "pandas.ArrowStringArray",
                "pandas.ArrowStringArrayNumpySemantics",
                "pandas.ArrowExtensionArray",
                "pandas.SparseArray",
                "pandas.PandasArray",
                "pandas.NumpyExtensionArray",
                "pandas.from_arrays",
                "pandas.array");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        return switch (name) {
            case "pandas.array" -> ConstructorCalls.array(arguments, meter);
            case "pandas.from_arrays" ->
                arguments.size() == 3
                        ? Intervals.of(arguments.get(0), arguments.get(1), arguments.get(2), meter)
                        : null;
            case "pandas.PeriodArray" ->
                arguments.size() == 2
                                && arguments.get(0) instanceof NdArray ordinals
                                && arguments.get(1) instanceof Opaque dtype
                                && dtype.arguments().size() == 1
                        ? Periods.of(ordinals, dtype.arguments().get(0), meter)
                        : null;
            case "pandas.Categorical" -> ConstructorCalls.categorical(arguments, meter);
            default -> null;
        };
    }

    @Override
    public @Nullable Object built(Opaque object, Meter meter) throws ContentException {
        ArrayParts parts = ArrayParts.of(object);
        List<Column> columns = parts.isTable() ? null : columns(object, meter);
        return columns == null ? null : boxed(parts.type(), columns.get(0));
    }

    /** pandas' own array of what a numpy array can say itself is another class, where it stands alone. */
    private static Column boxed(String type, Column values) {
        return switch (type) {
            case "DatetimeArray", "TimedeltaArray" ->
                new ForeignArray(values, new Opaque(ARRAY, Tuple.of(new Index(values, null))));
            case "PandasArray", "NumpyExtensionArray" ->
                values instanceof NdArray array
                        ? new ForeignArray(values, new Opaque(ARRAY, Tuple.of(values, dtype(array))))
                        : values;
            default -> values;
        };
    }

    private static Opaque dtype(NdArray array) {
        return new Opaque("numpy.dtype", Tuple.of(array.dtype().code()));
    }

    /** Returns the columns of an array of one or two dimensions; {@code null} where it is none that is known. */
    static @Nullable List<Column> columns(Opaque object, Meter meter) throws ContentException {
        ArrayParts parts = ArrayParts.of(object);
        NdArray data = parts.data();
        if (data == null || data.shape().size() > 2) {
            Column special = special(parts, meter);
            return special == null ? null : List.of(special);
        }
        List<Column> columns = new ArrayList<>();
        for (NdArray row : data.shape().size() == 1 ? List.of(data) : FrameColumns.rows(data, meter)) {
            Column column = column(parts, row, meter);
            if (column == null) {
                return null;
            }
            columns.add(column);
        }
        return columns;
    }

    /** Arrays that are kept in another way than as one of numpy's. */
    private static @Nullable Column special(ArrayParts parts, Meter meter) throws ContentException {
        return switch (parts.type()) {
            case "IntervalArray" ->
                Intervals.of(parts.get("_left", "left"), parts.get("_right", "right"), parts.closed(), meter);
            case "SparseArray" ->
                Sparse.of(parts.get("_sparse_index"), parts.get("_sparse_values"), parts.dtype(), meter);
            case "ArrowStringArray", "ArrowStringArrayNumpySemantics", "ArrowExtensionArray" ->
                Arrow.column(parts.get("_pa_array", "_data"), parts.dtypeName("string"), meter);
            default -> null;
        };
    }

    private static @Nullable Column column(ArrayParts parts, NdArray data, Meter meter) throws ContentException {
        return switch (parts.type()) {
            case "DatetimeArray" -> moments(data, parts);
            case "TimedeltaArray", "PandasArray", "NumpyExtensionArray" -> data;
            case "PeriodArray" -> Periods.of(data, parts.frequency(), meter);
            case "StringArray" -> new TypedColumn(parts.dtypeName("string"), plain(data, meter));
            case "Categorical" -> categorical(data, parts);
            default -> masked(data, parts.get("_mask", "mask"));
        };
    }

    /** A missing text is {@code NA}, which says no more than {@code null} does. */
    private static List<@Nullable Object> plain(NdArray texts, Meter meter) throws ContentException {
        meter.values(texts.size());
        List<@Nullable Object> plain = new ArrayList<>(texts);
        plain.replaceAll(TypedScalar::plain);
        return plain;
    }

    private static Column moments(NdArray data, ArrayParts parts) {
        ZoneId zone = Zones.of(parts.timeZone());
        Object origin = parts.timeZone();
        return zone != null && origin != null && data.dtype().kind() == 'M' ? new ZonedTimes(data, zone, origin) : data;
    }

    private static @Nullable Column categorical(NdArray codes, ArrayParts parts) {
        return parts.categories() instanceof Index categories && FrameColumns.isSimple(categories.labels())
                ? new Categorical(codes, categories, parts.ordered())
                : null;
    }

    private static @Nullable Column masked(NdArray values, @Nullable Object mask) {
        return mask instanceof NdArray missing
                        && missing.shape().equals(values.shape())
                        && missing.dtype().kind() == 'b'
                        && "biuf".indexOf(values.dtype().kind()) >= 0
                ? new MaskedColumn(values, missing)
                : null;
    }
}
