package io.github.hubsh.shell.argument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code timedelta}, as people write it: {@code 1h30m}, {@code -2d}, {@code PT1H30M}, or a number of seconds.
 */
final class TimedeltaText {
    private static final Pattern PART = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)(ms|us|d|h|min|m|s)");
    private static final BigDecimal NANOS_OF_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final long MAX_DAYS = 999_999_999;
    private static final int MICRO_DIGITS = 6;

    private TimedeltaText() {}

    /**
     * Returns the duration, or {@code null} if the text is none that Python has.
     *
     * @throws java.time.DateTimeException for a text that begins as ISO 8601 and is wrong
     */
    static @Nullable Duration parse(String text) {
        boolean negative = text.startsWith("-");
        String size = negative || text.startsWith("+") ? text.substring(1) : text;
        if (size.startsWith("P")) {
            return checked(Duration.parse(text));
        }
        BigDecimal seconds = BigDecimal.ZERO;
        Matcher part = PART.matcher(size);
        int end = 0;
        while (end < size.length() && part.find() && part.start() == end) {
            seconds = seconds.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
            end = part.end();
        }
        boolean all = end > 0 && end == size.length();
        return all ? ofSeconds(negative ? seconds.negate() : seconds) : null;
    }

    /** Returns seconds as a duration of whole microseconds, rounded as Python does; {@code null} for too many. */
    static @Nullable Duration ofSeconds(BigDecimal seconds) {
        if (seconds.abs().compareTo(BigDecimal.valueOf(MAX_DAYS * 86_400)) > 0) {
            return null;
        }
        BigDecimal rounded = seconds.setScale(MICRO_DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal[] parts = rounded.divideAndRemainder(BigDecimal.ONE);
        return Duration.ofSeconds(
                parts[0].longValueExact(), parts[1].multiply(NANOS_OF_SECOND).longValueExact());
    }

    private static @Nullable Duration checked(Duration duration) {
        boolean exact = duration.toNanosPart() % 1_000 == 0;
        return exact && Math.abs(duration.toDays()) <= MAX_DAYS ? duration : null;
    }

    private static BigDecimal unit(String name) {
        return switch (name) {
            case "us" -> new BigDecimal("0.000001");
            case "ms" -> new BigDecimal("0.001");
            case "s" -> BigDecimal.ONE;
            case "h" -> BigDecimal.valueOf(3_600);
            case "d" -> BigDecimal.valueOf(86_400);
            default -> BigDecimal.valueOf(60);
        };
    }
}
