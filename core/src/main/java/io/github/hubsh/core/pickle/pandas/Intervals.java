package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.TypedColumn;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Intervals, as the text that pandas shows for one: {@code (0, 1]}. */
final class Intervals {
    private static final Set<String> SIDES = Set.of("left", "right", "both", "neither");

    /** Numbers and moments are shorter; a longer text is paid for. */
    private static final int MAX_FREE_LENGTH = 100;

    private Intervals() {}

    static @Nullable ForeignArray of(
            @Nullable Object left, @Nullable Object right, @Nullable Object closed, Meter meter)
            throws ContentException {
        Column lower = FrameColumns.of(left, meter);
        Column upper = FrameColumns.of(right, meter);
        Object given = closed == null ? "right" : closed;
        if (lower == null
                || upper == null
                || lower.size() != upper.size()
                || !(given instanceof String side)
                || !SIDES.contains(side)) {
            return null;
        }
        meter.values(lower.size());
        List<@Nullable Object> intervals = new ArrayList<>(lower.size());
        for (int i = 0; i < lower.size(); i++) {
            boolean isMissing = isNan(lower.get(i)) && isNan(upper.get(i));
            Object interval = isMissing ? (Object) Double.NaN : one(lower.get(i), upper.get(i), side, meter);
            if (interval == null) {
                return null;
            }
            intervals.add(interval);
        }
        String dtypeName = "interval[" + lower.dtypeName() + ", " + side + "]";
        meter.copiedBytes(dtypeName.length());
        return new ForeignArray(
                new TypedColumn(dtypeName, intervals),
                new Opaque("pandas.arrays.IntervalArray.from_arrays", Tuple.of(lower, upper, side)));
    }

    private static boolean isNan(@Nullable Object bound) {
        return bound == null || (bound instanceof Double number && number.isNaN());
    }

    /** Returns the interval, or {@code null} where a bound is no value that pandas takes for one. */
    static @Nullable PythonScalar one(
            @Nullable Object left, @Nullable Object right, @Nullable Object closed, Meter meter)
            throws ContentException {
        if (!FrameColumns.isPlain(left) || !FrameColumns.isPlain(right)) {
            return null;
        }
        boolean withLower = "left".equals(closed) || "both".equals(closed);
        boolean withUpper = "right".equals(closed) || "both".equals(closed);
        String text = (withLower ? "[" : "(") + plain(left) + ", " + plain(right) + (withUpper ? "]" : ")");
        meter.copiedBytes(Math.max(0, text.length() - MAX_FREE_LENGTH));
        return new PythonScalar(text, new Opaque("pandas.Interval", Tuple.of(bound(left), bound(right), closed)));
    }

    /** The bounds of pandas are its own moments and durations. */
    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof LocalDateTime || value instanceof OffsetDateTime || value instanceof Duration) {
            return new PandasTime(value);
        }
        return value;
    }

    private static String plain(@Nullable Object bound) {
        return bound instanceof String text ? text : Json.write(bound).replace("\"", "");
    }
}
