package io.github.hubsh.shell.word;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times as people write them: {@code 500ms 5s 2m 1h 1.5s}, or a plain number of seconds. */
public final class Durations {
    private static final int MAX_NUMBER_LENGTH = 9;

    private Durations() {}

    /** Returns the duration, or {@code null} if the text is none. */
    public static @Nullable Duration parse(String text) {
        int digits = 0;
        int points = 0;
        while (digits < text.length() && isNumeric(text.charAt(digits))) {
            points += text.charAt(digits) == '.' ? 1 : 0;
            digits++;
        }
        long unit = millis(text.substring(digits));
        if (digits == points || digits > MAX_NUMBER_LENGTH || points > 1 || unit == 0) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.substring(0, digits));
        return Duration.ofMillis(number.multiply(BigDecimal.valueOf(unit)).longValue());
    }

    /** Writes a duration as short as it reads well: {@code 0.8 ms}, {@code 250 ms}, {@code 5 s}. */
    public static String format(Duration duration) {
        long micros = duration.toNanos() / 1000;
        if (micros < 1_000_000) {
            return oneDecimal(micros, 1000) + " ms";
        }
        return oneDecimal(micros, 1_000_000) + " s";
    }

    /** Writes a duration as people type it: {@code 5s}, {@code 250ms}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** Returns milliseconds with the microseconds as decimals. */
    public static Double inMillis(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros / 1000.0;
    }

    /**
     * Returns a duration to try after another was too short: the usual one, or twice the tried one where that is no
     * longer.
     *
     * @param usual as people type it
     */
    public static String longer(Duration tried, String usual) {
        Duration wanted = Objects.requireNonNull(parse(usual));
        return wanted.compareTo(tried) > 0 ? usual : text(tried.multipliedBy(2));
    }

    private static String oneDecimal(long amount, long unit) {
        long tenths = (amount * 10 + unit / 2) / unit;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static boolean isNumeric(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "", "s" -> 1000;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
        };
    }
}
