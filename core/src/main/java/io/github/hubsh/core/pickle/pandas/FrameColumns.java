package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.MaskedColumn;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TypedColumn;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes columns of everything that holds values: arrays, indexes, lists. */
final class FrameColumns {
    private static final int ROW_BYTES = 8;

    private FrameColumns() {}

    /** Returns the value as a column; {@code null} where it is none, or has rows of its own. */
    static @Nullable Column of(@Nullable Object value, Meter meter) throws ContentException {
        if (value instanceof NdArray array) {
            return array.shape().size() == 1 ? array : null;
        } else if (value instanceof Index index) {
            return index.labels();
        } else if (value instanceof ForeignArray array
                && array.origin().className().equals("pandas.array")) {
            // What stands within a table is the same with and without its own class.
            return array.shown() instanceof TypedColumn ? array : array.shown();
        } else if (value instanceof Series series) {
            return of(series.values(), meter);
        } else if (value instanceof Column column) {
            return column;
        } else if (value instanceof List<?> list) {
            meter.values(list.size());
            return NdArray.ofObjects(new ArrayList<>(list));
        }
        return null;
    }

    /** Returns a block's columns: the rows of an array of two dimensions, or one column. */
    static @Nullable List<Column> ofBlock(@Nullable Object values, Meter meter) throws ContentException {
        if (values instanceof NdArray array && array.shape().size() == 2) {
            return List.copyOf(rows(array, meter));
        } else if (values instanceof Opaque extension) {
            return PandasArrays.columns(extension, meter);
        }
        Column single = of(values, meter);
        return single == null ? null : List.of(single);
    }

    /** Returns the rows of an array of two dimensions; there may be as many frames of one array as references to it. */
    static List<NdArray> rows(NdArray array, Meter meter) throws ContentException {
        meter.copiedBytes((long) ROW_BYTES * array.size());
        List<NdArray> rows = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            rows.add(array.row(i));
        }
        return rows;
    }

    /**
     * Returns whether a value is one by itself, which may stand within the text of another: what holds others may be as
     * long as all of them, each time it is referred to.
     */
    static boolean isPlain(@Nullable Object typed) {
        Object value = TypedScalar.plain(typed);
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof TemporalAmount;
    }

    /** Returns whether a column may be a level: of labels of labels there is one step more. */
    static boolean isSimpleLevel(Column column) {
        return isSimple(column)
                || (column instanceof Categorical level
                        && isSimple(level.categories().labels()));
    }

    /** Returns whether a column holds its own values: each access to labels of labels of labels costs their depth. */
    static boolean isSimple(Column column) {
        return column instanceof NdArray
                || column instanceof RangeLabels
                || column instanceof ZonedTimes
                || column instanceof MaskedColumn
                || column instanceof ForeignArray
                || column instanceof TypedColumn;
    }
}
