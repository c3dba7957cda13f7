package io.github.hubsh.shell.argument;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code complex} and {@code Fraction}, as Python writes them: {@code 1+2j}, {@code 1/3}. */
final class PythonNumbers {
    private static final String FLOAT = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|inf|nan";

    /** A number is the real part only where it ends or a sign follows: of {@code 2j} it is the imaginary one. */
    private static final Pattern COMPLEX =
            Pattern.compile("([+-]?(?:" + FLOAT + ")(?=[+-]|$))?(?:([+-]?(?:" + FLOAT + ")?)j)?");

    private static final Pattern FRACTION = Pattern.compile("([+-]?\\d+)/(\\d+)");
    private static final int MAX_DIGITS = 1_000;

    private PythonNumbers() {}

    /** Returns the number that operands make, or {@code null} where they make none. */
    static @Nullable Object complex(List<?> operands) {
        if (operands.size() == 2
                && operands.get(0) instanceof Number real
                && operands.get(1) instanceof Number imaginary) {
            return complex(real.doubleValue(), imaginary.doubleValue());
        }
        Object only = operands.size() == 1 ? operands.get(0) : null;
        if (only instanceof Number real) {
            return complex(real.doubleValue(), 0);
        }
        return only instanceof String text ? complex(text) : null;
    }

    private static @Nullable Object complex(String text) {
        boolean enclosed = text.startsWith("(") && text.endsWith(")");
        Matcher parts = COMPLEX.matcher(enclosed ? text.substring(1, text.length() - 1) : text);
        if (!parts.matches() || (parts.group(1) == null && parts.group(2) == null)) {
            return null;
        }
        return complex(number(parts.group(1)), number(parts.group(2)));
    }

    private static Object complex(double real, double imaginary) {
        return new Opaque("builtins.complex", Tuple.of(real, imaginary));
    }

    /** A sign alone, as in {@code 1-j}, is that of one. */
    private static double number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        String number = text.replace("inf", "Infinity").replace("nan", "NaN");
        return Double.parseDouble(number.matches("[+-]?") ? number + "1" : number);
    }

    /**
     * As {@link #complex(List)}.
     *
     * @throws NumberFormatException for a text that is no number
     */
    static @Nullable Object fraction(List<?> operands) {
        if (operands.size() == 2) {
            BigInteger numerator = whole(operands.get(0));
            BigInteger denominator = whole(operands.get(1));
            return numerator == null || denominator == null ? null : fraction(numerator, denominator);
        }
        Object only = operands.size() == 1 ? operands.get(0) : null;
        BigInteger whole = whole(only);
        if (whole != null) {
            return fraction(whole, BigInteger.ONE);
        }
        return only instanceof String text && text.length() <= MAX_DIGITS ? fraction(text) : null;
    }

    private static @Nullable Object fraction(String text) {
        Matcher parts = FRACTION.matcher(text);
        if (parts.matches()) {
            return fraction(new BigInteger(parts.group(1)), new BigInteger(parts.group(2)));
        }
        BigDecimal decimal = new BigDecimal(text);
        if (decimal.scale() > MAX_DIGITS || decimal.scale() < -MAX_DIGITS) {
            return null;
        }
        BigInteger denominator = BigInteger.TEN.pow(Math.max(decimal.scale(), 0));
        return fraction(decimal.multiply(new BigDecimal(denominator)).toBigIntegerExact(), denominator);
    }

    private static @Nullable Object fraction(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return null;
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger common = denominator.signum() < 0 ? divisor.negate() : divisor;
        return new Opaque(
                "fractions.Fraction", Tuple.of(integer(numerator.divide(common)), integer(denominator.divide(common))));
    }

    private static @Nullable BigInteger whole(@Nullable Object operand) {
        return operand instanceof Long || operand instanceof BigInteger ? new BigInteger(operand.toString()) : null;
    }

    private static Object integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
