package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.TimeUnits;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.TypedColumn;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Periods: so many months, days or hours since 1970, as the text that pandas shows for one. */
final class Periods {
    private static final long NOT_A_TIME = Long.MIN_VALUE;
    private static final int MAX_YEAR_DIGITS = 999_999;

    private static final int MAX_NAME_LENGTH = 100;

    /** Years or quarters of years that end in this month. */
    private static final Pattern FISCAL = Pattern.compile("[AYQ]-[A-Z]{3}");

    private Periods() {}

    /**
     * Returns a period for each number.
     *
     * @param frequency an offset object of pandas, or its letter
     * @return {@code null} where there is no frequency, or the numbers are none
     */
    static @Nullable Column of(NdArray ordinals, @Nullable Object frequency, Meter meter) throws ContentException {
        if (frequency == null
                || !isFrequency(frequency)
                || ordinals.dtype().kind() != 'i'
                || ordinals.shape().size() != 1) {
            return null;
        }
        meter.values(ordinals.size());
        List<@Nullable Object> periods = new ArrayList<>(ordinals.size());
        for (Object ordinal : ordinals) {
            periods.add(ordinal instanceof Long count && count != NOT_A_TIME ? one(count, frequency) : null);
        }
        return new ForeignArray(
                new TypedColumn("period[" + name(frequency) + "]", periods),
                new Opaque(
                        "pandas.arrays.PeriodArray",
                        Tuple.of(ordinals, new Opaque("pandas.PeriodDtype", Tuple.of(frequency)))));
    }

    /** Returns whether a value is a letter or an offset, and not a text of any length, which each period repeats. */
    static boolean isFrequency(@Nullable Object value) {
        String name =
                value instanceof Opaque offset ? offset.className() : value instanceof String letter ? letter : "";
        return !name.isEmpty() && name.length() <= MAX_NAME_LENGTH;
    }

    static PythonScalar one(long ordinal, Object frequency) {
        String unit = unit(frequency);
        String text = unit == null ? ordinal + " " + offsetName(frequency) : text(ordinal, unit);
        return new PythonScalar(text, new Opaque("pandas.Period", Tuple.of(null, frequency, ordinal)));
    }

    /** Returns the frequency as a part of its type's name: its unit, as often as it is taken. */
    private static String name(Object frequency) {
        String unit = unit(frequency);
        Object count = frequency instanceof Opaque offset && !offset.arguments().isEmpty()
                ? offset.arguments().get(0)
                : 1L;
        String times = count instanceof Long number && number != 1 ? number.toString() : "";
        return times
                + (unit == null
                        ? offsetName(frequency)
                        : unit.equals("Q") || unit.equals("Y") ? unit + "-" + lastMonth(frequency) : unit);
    }

    /** Returns the month in which a year ends, by its first letters: pandas counts fiscal years and quarters, too. */
    private static String lastMonth(Object frequency) {
        if (!(frequency instanceof Opaque offset)) {
            String letter = frequency.toString();
            return FISCAL.matcher(letter).matches() ? letter.substring(2) : "DEC";
        }
        Object month = offset.arguments().size() > 2 ? offset.arguments().get(2) : null;
        return month instanceof Long number && number >= 1 && number <= 12
                ? Month.of(number.intValue()).name().substring(0, 3)
                : "DEC";
    }

    private static String offsetName(Object frequency) {
        return frequency instanceof Opaque offset
                ? offset.className().substring(offset.className().lastIndexOf('.') + 1)
                : frequency.toString();
    }

    /** Returns pandas' letter for a frequency; a multiple of one counts in the same unit. */
    private static @Nullable String unit(Object frequency) {
        String name = offsetName(frequency);
        return switch (FISCAL.matcher(name).matches() ? name.substring(0, 1) : name) {
            case "YearEnd", "A", "Y" -> "Y";
            case "QuarterEnd", "Q" -> "Q";
            case "MonthEnd", "M" -> "M";
            case "Day", "D" -> "D";
            case "Hour", "H", "h" -> "h";
            case "Minute", "T", "min" -> "m";
            case "Second", "S", "s" -> "s";
            case "Milli", "L", "ms" -> "ms";
            case "Micro", "U", "us" -> "us";
            case "Nano", "N", "ns" -> "ns";
            default -> null;
        };
    }

    private static String text(long count, String unit) {
        boolean calendar = unit.equals("Y") || unit.equals("Q") || unit.equals("M");
        if (calendar && Math.abs(count) > MAX_YEAR_DIGITS) {
            return count + " " + unit;
        }
        LocalDate start = LocalDate.EPOCH;
        return switch (unit) {
            case "Y" -> String.valueOf(start.plusYears(count).getYear());
            case "Q" -> {
                LocalDate quarter = start.plusMonths(count * 3);
                yield quarter.getYear() + "Q" + (quarter.getMonthValue() / 3 + 1);
            }
            case "M" -> YearMonth.from(start.plusMonths(count)).toString();
            default -> Json.write(new TimeUnits(unit, 1).moment(count)).replace("\"", "");
        };
    }
}
