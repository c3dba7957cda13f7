package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.array.TimeUnits;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamp, Timedelta and NaT. Until pandas 1.4 all of them counted nanoseconds; now a number says the unit. */
public final class PandasScalars implements Family {
    private static final String TIMESTAMP = "pandas._libs.tslibs.timestamps._unpickle_timestamp";
    private static final String NANOS = "ns";
    private static final List<String> UNITS = List.of("Y", "M", "W", "B", "D", "h", "m", "s", "ms", "us", NANOS);
    private static final Pattern OFFSET = Pattern.compile("T.*(Z|[+-].*)$");

    @Override
    public Set<String> names() {
        return Set.of(
                "pandas._unpickle_timestamp",
                "pandas.Timestamp",
                "pandas._timedelta_unpickle",
                "pandas.Timedelta",
                "pandas.__nat_unpickle",
                "pandas._nat_unpickle",
                "pandas.Period",
                "pandas.Interval");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (name.endsWith("nat_unpickle")) {
            return new PythonScalar(null, new Global("pandas.NaT"));
        }
        if (name.equals("pandas.Interval")) {
            return arguments.size() == 3
                    ? Intervals.one(arguments.get(0), arguments.get(1), arguments.get(2), meter)
                    : null;
        } else if (name.equals("pandas.Period")) {
            return arguments.size() == 3 ? period(arguments.get(1), arguments.get(2)) : null;
        }
        if (name.equals("pandas.Timestamp") && arguments.size() == 1 && arguments.get(0) instanceof String text) {
            return ofText(text);
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Long count)) {
            return null;
        }
        return name.endsWith("delta") || name.contains("delta_")
                ? time(new TimeUnits(unit(arguments, 1), 1).duration(count))
                : timestamp(count, arguments);
    }

    private static @Nullable Object period(@Nullable Object frequency, @Nullable Object ordinal) {
        return frequency != null && Periods.isFrequency(frequency) && ordinal instanceof Long count
                ? Periods.one(count, frequency)
                : null;
    }

    private static Object timestamp(long count, List<@Nullable Object> arguments) {
        Object moment = new TimeUnits(unit(arguments, 3), 1).moment(count);
        ZoneId zone = arguments.size() > 2 ? Zones.of(arguments.get(2)) : null;
        return moment instanceof LocalDateTime utc && zone != null
                ? new PythonScalar(ZonedTimes.at(utc, zone), new Opaque(TIMESTAMP, arguments))
                : time(moment);
    }

    /** As pandas reads ISO 8601; any other text says nothing here. */
    private static @Nullable Object ofText(String text) {
        try {
            return new PandasTime(OFFSET.matcher(text).find() ? OffsetDateTime.parse(text) : LocalDateTime.parse(text));
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    private static String unit(List<@Nullable Object> arguments, int index) {
        return arguments.size() > index
                        && arguments.get(index) instanceof Long number
                        && number >= 0
                        && number < UNITS.size()
                ? UNITS.get(number.intValue())
                : NANOS;
    }

    /** What the calendar of Java does not reach is a text. */
    private static Object time(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        return value instanceof String ? value : new PandasTime(value);
    }
}
