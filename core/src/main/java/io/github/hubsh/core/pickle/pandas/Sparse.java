package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.TypedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of which only what differs from one value is kept, with its places: written out here. */
final class Sparse {
    private Sparse() {}

    /**
     * Returns the column.
     *
     * @param index {@code IntIndex(length, places)} or {@code BlockIndex(length, starts, lengths)}
     * @param dtype {@code SparseDtype}, which has the value of all other places
     * @return {@code null} where the parts do not fit together
     */
    static @Nullable Column of(@Nullable Object index, @Nullable Object values, @Nullable Object dtype, Meter meter)
            throws ContentException {
        if (!(index instanceof Opaque places)
                || !(values instanceof NdArray kept)
                || kept.shape().size() != 1
                || places.arguments().size() < 2
                || !(places.arguments().get(0) instanceof Long length)
                || length < 0) {
            return null;
        }
        meter.values(length);
        Object fill = fill(dtype);
        List<@Nullable Object> all = new ArrayList<>(Collections.nCopies(length.intValue(), fill));
        List<?> starts = list(places.arguments().get(1));
        List<?> lengths =
                places.arguments().size() > 2 ? list(places.arguments().get(2)) : null;
        return fill(all, kept, starts, lengths)
                ? column(
                        all,
                        kept.dtypeName(),
                        new Opaque("pandas.SparseDtype", Tuple.of(kept.dtype().code(), fill)),
                        meter)
                : null;
    }

    /** Returns a column of values that are all written out. */
    static @Nullable ForeignArray column(List<@Nullable Object> all, String name, Opaque dtype, Meter meter)
            throws ContentException {
        Object fill = dtype.arguments().size() == 2 ? dtype.arguments().get(1) : null;
        if (!FrameColumns.isPlain(fill)) {
            return null;
        }
        String dtypeName = "Sparse[" + name + ", " + text(TypedScalar.plain(fill)) + "]";
        meter.copiedBytes(dtypeName.length());
        return new ForeignArray(
                new TypedColumn(dtypeName, all), new Opaque("pandas.array", Tuple.of(new ArrayList<>(all), dtype)));
    }

    /** Returns the value as Python writes it. */
    private static String text(@Nullable Object fill) {
        if (fill instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return fill instanceof Double number && number.isNaN() ? "nan" : String.valueOf(fill);
    }

    private static boolean fill(List<@Nullable Object> all, NdArray kept, List<?> starts, @Nullable List<?> lengths) {
        int next = 0;
        for (int i = 0; i < starts.size(); i++) {
            Object run = lengths == null ? (Long) 1L : i < lengths.size() ? lengths.get(i) : null;
            if (!(starts.get(i) instanceof Long start) || !(run instanceof Long count) || start < 0 || count < 0) {
                return false;
            }
            if (start > all.size() || count > all.size() - start || count > kept.size() - next) {
                return false;
            }
            for (int place = 0; place < count; place++) {
                all.set((int) (start + place), kept.get(next++));
            }
        }
        return next == kept.size();
    }

    private static List<?> list(@Nullable Object places) {
        return places instanceof NdArray array && array.shape().size() == 1 ? array : List.of();
    }

    private static @Nullable Object fill(@Nullable Object dtype) {
        return dtype instanceof Opaque type && type.state() instanceof Map<?, ?> state
                ? state.get("_fill_value")
                : Double.NaN;
    }
}
