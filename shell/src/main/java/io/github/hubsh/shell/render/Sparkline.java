package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.TypedScalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Many numbers as a line of small bars, each as high as the mean of those it stands for. */
final class Sparkline {
    /** From this many numbers on, a picture shows more than the numbers. */
    static final int MIN_VALUES = 25;

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MAX_WIDTH = 40;
    private static final MathContext SHORT = new MathContext(4);

    private final List<?> values;

    // Mutable state
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private Sparkline(List<?> values) {
        this.values = values;
        for (Object value : values) {
            double number = number(value);
            if (!Double.isNaN(number)) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
    }

    /** Returns whether a value is many numbers, among which a few may be missing. */
    static boolean fits(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.size() < MIN_VALUES) {
            return false;
        }
        int missing = 0;
        for (Object element : list) {
            if (element != null && !(TypedScalar.plain(element) instanceof Number)) {
                return false;
            }
            missing += Double.isNaN(number(element)) ? 1 : 0;
        }
        return missing <= list.size() / 2;
    }

    /** Returns {@code ▁▂▅▇ 1,000 numbers, 0.1 … 9.8}; the bars as long as {@code width} allows. */
    static String summary(List<?> numbers, int width) {
        Sparkline line = new Sparkline(numbers);
        String text = String.format(
                Locale.ROOT, " %,d numbers, %s … %s", numbers.size(), written(line.least), written(line.most));
        int room = width - text.length();
        return room < 4 ? text.strip() : line.bars(Math.min(room, MAX_WIDTH)) + text;
    }

    /** Returns whether all numbers are equal: a picture of them shows nothing. */
    static boolean isFlat(List<?> numbers) {
        Sparkline line = new Sparkline(numbers);
        return line.least >= line.most;
    }

    /** Returns the bars alone. */
    static String bars(List<?> numbers, int width) {
        return new Sparkline(numbers).bars(width);
    }

    private String bars(int width) {
        int count = Math.min(Math.max(1, width), values.size());
        StringBuilder bars = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) values.size() * i / count);
            int to = (int) ((long) values.size() * (i + 1) / count);
            bars.append(bar(mean(values.subList(from, to))));
        }
        return bars.toString();
    }

    /** A value that is not a number leaves a gap. */
    private char bar(double value) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        double share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0;
        return BARS.charAt((int) Math.min(BARS.length() - 1, Math.max(0, share * BARS.length())));
    }

    private static double mean(List<?> some) {
        double sum = 0;
        int count = 0;
        for (Object value : some) {
            double number = number(value);
            if (!Double.isNaN(number)) {
                sum += number / some.size();
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum * some.size() / count;
    }

    private static double number(@Nullable Object value) {
        double number = TypedScalar.plain(value) instanceof Number any ? any.doubleValue() : Double.NaN;
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private static String written(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return Double.isFinite(number)
                ? Json.write(new BigDecimal(number).round(SHORT).doubleValue())
                : "none";
    }
}
