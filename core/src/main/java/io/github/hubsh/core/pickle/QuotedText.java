package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How errors name what they found: short, even where a sender wrote a long text. */
final class QuotedText {
    private static final int MAX_LENGTH = 40;

    private QuotedText() {}

    static String quoted(String text) {
        return "'" + (text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…") + "'";
    }

    private static String scalarType(Object value) {
        if (value instanceof Number) {
            boolean isFloat = value instanceof Double || value instanceof Float;
            return isFloat ? "a float" : value instanceof BigDecimal ? "a Decimal" : "an int";
        } else if (value instanceof Boolean) {
            return "a bool";
        } else if (value instanceof CharSequence) {
            return "a str";
        } else if (value instanceof Bytes) {
            return "bytes";
        }
        if (value instanceof ZoneId zone) {
            return "the time zone " + zone;
        }
        return value instanceof Temporal || value instanceof TemporalAmount ? "a date or time" : "such a value";
    }

    /** Returns the Python name of a value's type, where there is one. */
    static String type(@Nullable Object value) {
        if (value == null) {
            return "None";
        } else if (value instanceof Opaque opaque) {
            return opaque.className();
        } else if (value instanceof Global global) {
            return global.name();
        } else if (value instanceof Map) {
            return "a dict";
        } else if (value instanceof Set) {
            return "a set";
        } else if (value instanceof List) {
            return "a list";
        }
        return scalarType(value);
    }
}
