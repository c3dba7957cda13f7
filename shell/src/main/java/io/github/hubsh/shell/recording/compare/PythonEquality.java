package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.recording.TextPattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values that are no containers, compared as Python's {@code ==} does: {@code 1}, {@code 1.0}, {@code True} and
 * {@code Decimal(1)} are equal, a text and a number are not. Only NaN is equal to itself here: it says that nothing was
 * measured, then and now.
 */
final class PythonEquality {
    /** Stands for Python's {@code None} as a key. */
    private static final Object NONE = new Object();

    private PythonEquality() {}

    /** Returns what a value of numpy, and one of a subclass of a number or of {@code str}, is beneath. */
    static @Nullable Object plain(@Nullable Object value) {
        Object plain = TypedScalar.plain(value);
        Object beneath = plain instanceof Opaque opaque ? opaque.plainValue() : null;
        return beneath == null ? plain : beneath;
    }

    /** Both are {@link #plain}. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Number left = number(a);
        Number right = number(b);
        if (left != null && right != null) {
            return equalNumbers(left, right);
        }
        return left == null && right == null && Objects.equals(a, b);
    }

    /** Returns the number that a value is in Python, where a truth is one; else {@code null}. */
    static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        return value instanceof Opaque object
                ? PythonNumber.of(object)
                : value instanceof Number number ? number : null;
    }

    /** As numpy's {@code isclose(now, recorded)}, with the same tolerance relative and absolute. */
    static boolean isClose(Number recorded, Number now, double tolerance) {
        double expected = recorded.doubleValue();
        double found = now.doubleValue();
        if (Double.isInfinite(expected) || Double.isInfinite(found)) {
            return expected == found;
        }
        return Math.abs(found - expected) <= tolerance + tolerance * Math.abs(expected);
    }

    /** Returns an object that equals that of another key where Python takes both for the same key. */
    static Object key(@Nullable Object key) {
        Object plain = plain(key);
        Number number = number(plain);
        if (number != null) {
            return isFinite(number) ? decimal(number).stripTrailingZeros() : number.doubleValue();
        } else if (plain instanceof Tuple tuple) {
            List<Object> parts = new ArrayList<>(tuple.size());
            tuple.forEach(each -> parts.add(key(each)));
            return parts;
        }
        return plain == null ? NONE : plain;
    }

    /** Returns whether it is an id by its form. */
    static boolean isUuid(Object value) {
        return value instanceof UUID || (value instanceof String text && TextPattern.isUuid(text));
    }

    private static boolean equalNumbers(Number a, Number b) {
        if (isFinite(a) && isFinite(b)) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        return Double.compare(a.doubleValue(), b.doubleValue()) == 0;
    }

    private static boolean isFinite(Number number) {
        boolean decimal = number instanceof Double || number instanceof Float;
        return !decimal || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        boolean binary = number instanceof Double || number instanceof Float;
        return binary ? new BigDecimal(number.doubleValue()) : BigDecimal.valueOf(number.longValue());
    }
}
