package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import java.math.BigDecimal;
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
    private static final int NANOS_OF_MICRO = 1_000;

    // The times that pandas counts in nanoseconds lie between these limits.
    private static final int FIRST_YEAR = 1677;
    private static final int LAST_YEAR = 2262;
    private static final int MAX_DAYS_OF_NANOS = 106_751;

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
        if (local.toLocalTime().toNanoOfDay() % NANOS_OF_MICRO != 0
                && local.getYear() > FIRST_YEAR
                && local.getYear() < LAST_YEAR) {
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
