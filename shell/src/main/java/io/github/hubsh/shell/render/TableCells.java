package io.github.hubsh.shell.render;

import io.github.hubsh.core.value.TypedScalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of one column, in the notation that pandas has for its type: the same for all of them. */
final class TableCells {
    private static final int MAX_DECIMALS = 6;
    private static final double MAX_PLAIN = 1e12;
    private static final double MIN_PLAIN = 1e-5;
    private static final int SECONDS_OF_DAY = 86_400;

    private TableCells() {}

    static boolean isNumeric(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.startsWith("int") || plain.startsWith("uint") || plain.startsWith("float");
    }

    static List<String> of(List<? extends @Nullable Object> typed, String type) {
        List<@Nullable Object> values = new ArrayList<>(typed);
        values.replaceAll(TypedScalar::plain);
        boolean dates = values.stream().allMatch(TableCells::isMidnight);
        int decimals = decimals(values);
        List<String> cells = new ArrayList<>(values.size());
        for (Object value : values) {
            cells.add(value == null ? missing(type) : cell(value, decimals, dates));
        }
        return cells;
    }

    private static String missing(String type) {
        if (type.startsWith("datetime64") || type.startsWith("timedelta64") || type.startsWith("period")) {
            return "NaT";
        }
        boolean capital = !type.isEmpty() && isUpper(type.charAt(0));
        boolean nullable = capital || type.equals("string") || type.equals("boolean");
        return nullable ? "<NA>" : type.equals("category") ? "NaN" : "None";
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String cell(Object value, int decimals, boolean dates) {
        if (value instanceof Double number) {
            return number(number, decimals);
        } else if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        } else if (value instanceof LocalDateTime at) {
            return dates ? at.toLocalDate().toString() : at.toLocalDate() + " " + time(at.toLocalTime());
        } else if (value instanceof OffsetDateTime at) {
            String offset = at.getOffset().getTotalSeconds() == 0
                    ? "+00:00"
                    : at.getOffset().getId();
            return at.toLocalDate() + " " + time(at.toLocalTime()) + offset;
        } else if (value instanceof Duration duration) {
            return duration(duration);
        }
        return ValuePage.cell(value);
    }

    private static boolean isMidnight(@Nullable Object value) {
        return !(value instanceof LocalDateTime at) || at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Returns how many decimals all the numbers need, at most six; -1 where powers of ten read better. */
    private static int decimals(List<? extends @Nullable Object> values) {
        int decimals = 1;
        for (Object value : values) {
            if (!(value instanceof Double number) || number.isNaN() || number.isInfinite() || number == 0) {
                continue;
            } else if (Math.abs(number) >= MAX_PLAIN || Math.abs(number) < MIN_PLAIN) {
                return -1;
            }
            BigDecimal rounded = BigDecimal.valueOf(number)
                    .setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            decimals = Math.max(decimals, rounded.scale());
        }
        return decimals;
    }

    private static String number(double number, int decimals) {
        if (Double.isNaN(number)) {
            return "NaN";
        } else if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return decimals < 0
                ? String.format(Locale.ROOT, "%.6e", number)
                : BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String time(LocalTime time) {
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return seconds + fraction(time.getNano());
    }

    /** Days and a time of day, as pandas shows durations, negative ones too. */
    private static String duration(Duration duration) {
        long days = Math.floorDiv(duration.getSeconds(), SECONDS_OF_DAY);
        LocalTime rest = LocalTime.ofSecondOfDay(Math.floorMod(duration.getSeconds(), SECONDS_OF_DAY));
        String sign = days < 0 ? "+" : "";
        return days + " days " + sign + time(rest.withNano(duration.getNano()));
    }

    private static String fraction(int nano) {
        return nano == 0
                ? ""
                : String.format(
                        Locale.ROOT, nano % 1000 == 0 ? ".%06d" : ".%09d", nano % 1000 == 0 ? nano / 1000 : nano);
    }
}
