package io.github.hubsh.core.value.array;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * numpy's units of time, from years to attoseconds. What is finer than a nanosecond is cut; what no calendar reaches is
 * the number with its unit, as text.
 */
public final class TimeUnits {
    private static final long NOT_A_TIME = Long.MIN_VALUE;
    private static final long NANOS = 1_000_000_000;

    private final String unit;
    private final int multiple;

    /**
     * @param unit numpy's name: {@code Y M W D h m s ms us ns ps fs as}
     * @param multiple how many of them one step is
     */
    public TimeUnits(String unit, int multiple) {
        this.unit = unit;
        this.multiple = multiple;
    }

    /** Returns whether numpy has such a unit. */
    public static boolean isUnit(String unit) {
        return switch (unit) {
            case "Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", Dtype.GENERIC -> true;
            default -> false;
        };
    }

    /** Returns a LocalDate for days and longer, a LocalDateTime for shorter units, {@code null} for NaT. */
    public @Nullable Object moment(long count) {
        if (count == NOT_A_TIME) {
            return null;
        }
        try {
            long units = Math.multiplyExact(count, multiple);
            return switch (unit) {
                case "Y" -> LocalDate.of(Math.toIntExact(Math.addExact(1970, units)), 1, 1);
                case "M" -> LocalDate.EPOCH.plusMonths(units);
                case "W" -> LocalDate.EPOCH.plusWeeks(units);
                case "D" -> LocalDate.ofEpochDay(units);
                case Dtype.GENERIC -> units;
                default -> dateTime(length(units));
            };
        } catch (ArithmeticException | DateTimeException e) {
            return text(count);
        }
    }

    /** Returns a Duration, a Period for years and months, {@code null} for NaT. */
    public @Nullable Object duration(long count) {
        if (count == NOT_A_TIME) {
            return null;
        }
        try {
            long units = Math.multiplyExact(count, multiple);
            return switch (unit) {
                case "Y" -> Period.ofYears(Math.toIntExact(units));
                case "M" -> Period.ofMonths(Math.toIntExact(units));
                case Dtype.GENERIC -> units;
                default -> length(units);
            };
        } catch (ArithmeticException | DateTimeException e) {
            return text(count);
        }
    }

    private String text(long count) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(multiple)) + " " + unit;
    }

    private static LocalDateTime dateTime(Duration sinceEpoch) {
        return LocalDateTime.ofEpochSecond(sinceEpoch.getSeconds(), sinceEpoch.getNano(), ZoneOffset.UTC);
    }

    private Duration length(long units) {
        return switch (unit) {
            case "W" -> Duration.ofDays(Math.multiplyExact(units, 7));
            case "D" -> Duration.ofDays(units);
            case "h" -> Duration.ofHours(units);
            case "m" -> Duration.ofMinutes(units);
            case "s" -> Duration.ofSeconds(units);
            case "ms" -> fraction(units, 1_000);
            case "us" -> fraction(units, 1_000_000);
            case "ns" -> fraction(units, NANOS);
            case "ps" -> Duration.ofNanos(Math.floorDiv(units, 1_000L));
            case "fs" -> Duration.ofNanos(Math.floorDiv(units, 1_000_000L));
            default -> Duration.ofNanos(Math.floorDiv(units, NANOS));
        };
    }

    private static Duration fraction(long units, long perSecond) {
        return Duration.ofSeconds(
                Math.floorDiv(units, perSecond), Math.floorMod(units, perSecond) * (NANOS / perSecond));
    }
}
