package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.value.Opaque;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of Python that are objects here, where they equal one that is a number here too. */
final class PythonNumber {
    /** A longer fraction takes long to be divided. */
    private static final int MAX_FRACTION_LENGTH = 100;

    private PythonNumber() {}

    /**
     * Returns a {@code complex} without an imaginary part, a {@code Fraction} that ends as a decimal number, and a
     * {@code Decimal} that is none; {@code null} for all others.
     */
    static @Nullable Number of(Opaque object) {
        List<@Nullable Object> made = object.arguments();
        return switch (object.className()) {
            case "builtins.complex", "__builtin__.complex" -> made.size() == 2 ? real(made.get(0), made.get(1)) : null;
            // Before Python 3.12 made of one text, since then of two integers.
            case "fractions.Fraction" -> fraction(made.size() == 2 ? made.get(0) + "/" + made.get(1) : only(made));
            case "decimal.Decimal" -> special(only(made));
            default -> null;
        };
    }

    private static String only(List<@Nullable Object> made) {
        return made.size() == 1 && made.get(0) instanceof String text ? text : "";
    }

    private static @Nullable Number real(@Nullable Object real, @Nullable Object imaginary) {
        return imaginary instanceof Number none && none.doubleValue() == 0 && real instanceof Number number
                ? number
                : null;
    }

    private static @Nullable Number fraction(String text) {
        int slash = text.indexOf('/');
        if (text.length() > MAX_FRACTION_LENGTH) {
            return null;
        }
        try {
            return slash < 0
                    ? new BigDecimal(text)
                    : new BigDecimal(text.substring(0, slash)).divide(new BigDecimal(text.substring(slash + 1)));
        } catch (ArithmeticException | NumberFormatException neverEnds) {
            return null;
        }
    }

    private static @Nullable Number special(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> null;
        };
    }
}
