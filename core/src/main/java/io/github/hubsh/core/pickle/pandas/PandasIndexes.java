package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.TypedColumn;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every kind of Index: made by a function that gets the class and a dict of its parts. */
public final class PandasIndexes implements Family {
    private static final int MAX_LEVELS = 100;

    @Override
    public Set<String> names() {
        return Set.of(
                "pandas._new_Index",
                "pandas._new_DatetimeIndex",
                "pandas._new_PeriodIndex",
                "pandas._new_IntervalIndex",
                "pandas.FrozenList",
                "pandas.Index",
                "pandas.DatetimeIndex",
                "pandas.RangeIndex",
                "pandas.MultiIndex");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (name.equals("pandas.FrozenList")) {
            return arguments.size() == 1 && arguments.get(0) instanceof List<?> ? arguments.get(0) : null;
        } else if (!name.contains("_new_")) {
            return called(name, arguments, meter);
        }
        return arguments.size() == 2
                        && arguments.get(0) instanceof Global type
                        && arguments.get(1) instanceof Map<?, ?> parts
                ? index(type.name().substring(type.name().lastIndexOf('.') + 1), parts, meter)
                : null;
    }

    private static @Nullable Index index(String type, Map<?, ?> parts, Meter meter) throws ContentException {
        Object name = parts.get("name");
        Column labels = switch (type) {
            case "RangeIndex" -> span(parts.get("start"), parts.get("stop"), parts.get("step"), meter);
            case "MultiIndex" -> {
                Object codes = parts.get("codes") == null ? parts.get("labels") : parts.get("codes");
                yield levels(parts.get("levels"), codes, parts.get("names"));
            }
            case "IntervalIndex" -> Intervals.of(parts.get("left"), parts.get("right"), parts.get("closed"), meter);
            default -> zoned(FrameColumns.of(parts.get("data"), meter), parts.get("tz"));
        };
        if (labels == null) {
            return null;
        }
        return new Index(periods(labels, parts.get("freq"), type, meter), name);
    }

    /** Pandas before 0.24 kept the zone, and a period's frequency, beside plain numbers. */
    private static @Nullable Column zoned(@Nullable Column labels, @Nullable Object tz) {
        ZoneId zone = Zones.of(tz);
        return zone != null
                        && tz != null
                        && labels instanceof NdArray utc
                        && utc.dtype().kind() == 'M'
                ? new ZonedTimes(utc, zone, tz)
                : labels;
    }

    private static Column periods(Column labels, @Nullable Object frequency, String type, Meter meter)
            throws ContentException {
        if (!type.equals("PeriodIndex") || !(labels instanceof NdArray ordinals)) {
            return labels;
        }
        Column periods = Periods.of(ordinals, frequency, meter);
        return periods == null ? labels : periods;
    }

    static @Nullable Column span(@Nullable Object start, @Nullable Object stop, @Nullable Object step, Meter meter)
            throws ContentException {
        if (!(start instanceof Long from) || !(stop instanceof Long to) || !(step instanceof Long by)) {
            return null;
        }
        long count = RangeLabels.count(from, to, by);
        // A label costs nothing to write down; here it costs a byte, like the smallest value that could stand beside
        // it.
        meter.copiedBytes(Math.min(count, Integer.MAX_VALUE));
        return count > Integer.MAX_VALUE ? null : new RangeLabels(from, by, (int) count);
    }

    static @Nullable Column levels(@Nullable Object levels, @Nullable Object codes, @Nullable Object names) {
        if (!(levels instanceof List<?> labels)
                || !(codes instanceof List<?> numbers)
                || labels.isEmpty()
                || labels.size() > MAX_LEVELS
                || labels.size() != numbers.size()) {
            return null;
        }
        List<Index> indexes = new ArrayList<>();
        List<NdArray> codeColumns = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!(labels.get(i) instanceof Index index)
                    || !FrameColumns.isSimpleLevel(index.labels())
                    || !(numbers.get(i) instanceof NdArray column)
                    || column.shape().size() != 1
                    || (i > 0 && column.size() != codeColumns.get(0).size())) {
                return null;
            }
            Object name = names instanceof List<?> given && i < given.size() ? given.get(i) : index.name();
            indexes.add(new Index(index.labels(), name));
            codeColumns.add(column);
        }
        return new Levels(indexes, codeColumns);
    }

    /** The public constructors, as our own writer calls them. */
    private static @Nullable Object called(String name, List<@Nullable Object> arguments, Meter meter)
            throws ContentException {
        if (name.equals("pandas.RangeIndex")) {
            return arguments.size() == 6
                    ? named(span(arguments.get(0), arguments.get(1), arguments.get(2), meter), arguments.get(5))
                    : null;
        } else if (name.equals("pandas.MultiIndex")) {
            return arguments.size() == 4
                    ? named(levels(arguments.get(0), arguments.get(1), arguments.get(3)), null)
                    : null;
        }
        Column labels = arguments.isEmpty() ? null : FrameColumns.of(arguments.get(0), meter);
        boolean texts = labels != null && arguments.size() == 4 && "str".equals(arguments.get(1));
        return named(
                texts && labels != null ? new TypedColumn("str", labels) : labels,
                arguments.size() == 4 ? arguments.get(3) : null);
    }

    private static @Nullable Index named(@Nullable Column labels, @Nullable Object name) {
        return labels == null ? null : new Index(labels, name);
    }
}
