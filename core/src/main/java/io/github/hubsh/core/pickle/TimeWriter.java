package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.array.NumpyScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the module {@code datetime}, {@code Decimal} and {@code UUID} as calls with plain ints and text: both Pythons
 * read these calls, while packed bytes need one form for each Python. Python 2 has no class for a fixed offset, and
 * cannot load a time that has one, from any writer. A value that is finer than a microsecond came from pandas, and is
 * written as a value of pandas.
 */
final class TimeWriter {
    private static final String MODULE = "datetime";
    private static final String PANDAS = "pandas";
    private static final String NUMPY = "numpy";
    private static final int NANOS_OF_MICRO = 1_000;
    private static final long NANOS_OF_SECOND = 1_000_000_000;

    // The times that pandas counts in nanoseconds lie between these limits.
    private static final int FIRST_YEAR = 1677;
    private static final int LAST_YEAR = 2262;
    private static final int MAX_DAYS_OF_NANOS = 106_751;

    private static final Duration MAX_OF_NANOS = Duration.ofNanos(Long.MAX_VALUE);

    private static final long MAX_DAYS = 999_999_999;
    private static final int SECONDS_OF_DAY = 86_400;

    private final PickleOutput out;

    TimeWriter(PickleOutput out) {
        this.out = out;
    }

    /** Returns whether the value is one of those written here. */
    boolean write(Object value) throws ContentException {
        if (value instanceof LocalDateTime local) {
            dateTime(local, null);
        } else if (value instanceof OffsetDateTime at) {
            dateTime(at.toLocalDateTime(), at.getOffset());
        } else if (value instanceof ZonedDateTime at) {
            dateTime(at.toLocalDateTime(), at.getOffset());
        } else if (value instanceof Instant instant) {
            dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
        } else if (value instanceof PandasTime time) {
            pandas(time);
        } else if (value instanceof NumpyScalar scalar) {
            return numpy(scalar);
        } else if (value instanceof LocalDate date) {
            begin(MODULE, "date").date(date).end();
        } else if (value instanceof LocalTime time) {
            begin(MODULE, "time").time(time).end();
        } else if (value instanceof OffsetTime time) {
            begin(MODULE, "time")
                    .time(time.toLocalTime())
                    .zone(time.getOffset())
                    .end();
        } else if (value instanceof Duration duration) {
            duration(duration);
        } else if (value instanceof ZoneOffset offset) {
            zone(offset);
        } else {
            return exact(value);
        }
        return true;
    }

    /** A moment or duration that pandas of every age can hold is one of pandas again; any other is one of Python. */
    private void pandas(PandasTime time) throws ContentException {
        Object value = time.value();
        boolean held = value instanceof Duration duration
                ? isHeld(duration)
                : value instanceof OffsetDateTime at ? isHeld(at.getYear()) : isHeld((LocalDateTime) value);
        if (!held) {
            write(value);
            return;
        }
        begin(PANDAS, time.className());
        if (value instanceof Duration duration) {
            out.integer(duration.toNanos());
        } else {
            out.text(
                    value instanceof OffsetDateTime at
                            ? at.toLocalDateTime() + at.getOffset().getId()
                            : value.toString());
        }
        end();
    }

    /** Returns whether it is a moment or a duration: numpy makes one of a text, or of a count, and its unit. */
    private boolean numpy(NumpyScalar scalar) throws ContentException {
        String unit = scalar.dtype().unit();
        if (scalar.value() instanceof Duration duration) {
            begin(NUMPY, "timedelta64").out.integer(count(duration, unit)).text(unit);
        } else if (scalar.value() instanceof LocalDateTime moment) {
            begin(NUMPY, "datetime64").out.text(moment.toString()).text(unit);
        } else {
            return false;
        }
        end();
        return true;
    }

    private static BigInteger count(Duration duration, String unit) throws ContentException {
        long nanos = switch (unit) {
            case "ns" -> 1;
            case "us" -> NANOS_OF_MICRO;
            case "ms" -> 1_000_000;
            case "s" -> NANOS_OF_SECOND;
            case "m" -> 60 * NANOS_OF_SECOND;
            case "h" -> 3_600 * NANOS_OF_SECOND;
            case "D" -> SECONDS_OF_DAY * NANOS_OF_SECOND;
            case "W" -> 7 * SECONDS_OF_DAY * NANOS_OF_SECOND;
            default -> throw new ContentException("a pickle cannot hold a timedelta64[" + unit + "]");
        };
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(NANOS_OF_SECOND))
                .add(BigInteger.valueOf(duration.getNano()))
                .divide(BigInteger.valueOf(nanos));
    }

    private static boolean isHeld(Duration duration) {
        return duration.compareTo(MAX_OF_NANOS) <= 0 && duration.negated().compareTo(MAX_OF_NANOS) <= 0;
    }

    private static boolean isHeld(LocalDateTime moment) {
        return isHeld(Duration.between(LocalDateTime.of(1970, 1, 1, 0, 0), moment));
    }

    private static boolean isHeld(int year) {
        return year > FIRST_YEAR && year < LAST_YEAR;
    }

    private boolean exact(Object value) throws ContentException {
        if (value instanceof BigDecimal decimal) {
            begin("decimal", "Decimal").out.text(decimal.toString());
        } else if (value instanceof UUID uuid) {
            begin("uuid", "UUID").out.text(uuid.toString());
        } else {
            return false;
        }
        end();
        return true;
    }

    private void dateTime(LocalDateTime local, @Nullable ZoneOffset offset) throws ContentException {
        if (local.toLocalTime().toNanoOfDay() % NANOS_OF_MICRO != 0 && isHeld(local.getYear())) {
            begin(PANDAS, "Timestamp").out.text(offset == null ? local.toString() : local + offset.getId());
            end();
            return;
        }
        begin(MODULE, "datetime").date(local.toLocalDate()).time(local.toLocalTime());
        if (offset != null) {
            zone(offset);
        }
        end();
    }

    private TimeWriter begin(String module, String name) throws ContentException {
        out.global(module, name).code(Opcode.MARK);
        return this;
    }

    private void end() throws ContentException {
        out.code(Opcode.TUPLE).code(Opcode.REDUCE);
    }

    private TimeWriter date(LocalDate date) throws ContentException {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new ContentException("Python has no year " + date.getYear());
        }
        out.integer(date.getYear()).integer(date.getMonthValue()).integer(date.getDayOfMonth());
        return this;
    }

    private TimeWriter time(LocalTime time) throws ContentException {
        out.integer(time.getHour()).integer(time.getMinute()).integer(time.getSecond());
        out.integer(time.getNano() / NANOS_OF_MICRO);
        return this;
    }

    private TimeWriter zone(ZoneOffset offset) throws ContentException {
        begin(MODULE, "timezone");
        duration(Duration.ofSeconds(offset.getTotalSeconds()));
        end();
        return this;
    }

    private void duration(Duration duration) throws ContentException {
        long days = Math.floorDiv(duration.getSeconds(), SECONDS_OF_DAY);
        if (Math.abs(days) > MAX_DAYS) {
            throw new ContentException("Python has no duration of " + days + " days");
        }
        if (duration.getNano() % NANOS_OF_MICRO != 0 && Math.abs(days) < MAX_DAYS_OF_NANOS) {
            begin(PANDAS, "Timedelta").out.integer(duration.toNanos());
            end();
            return;
        }
        begin(MODULE, "timedelta");
        out.integer(days).integer(Math.floorMod(duration.getSeconds(), SECONDS_OF_DAY));
        out.integer(duration.getNano() / NANOS_OF_MICRO);
        end();
    }
}
