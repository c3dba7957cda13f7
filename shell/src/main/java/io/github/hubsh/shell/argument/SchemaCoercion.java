package io.github.hubsh.shell.argument;

import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value fits an argument's schema, and what is meant by one that does not: a text argument takes {@code 1} as
 * it was typed, a boolean takes {@code on}. What fits is never changed.
 */
final class SchemaCoercion {
    private static final List<String> YES = List.of("1", "on", "yes");
    private static final List<String> NO = List.of("0", "off", "no");

    private SchemaCoercion() {}

    /** What {@link #fit} gives: the value, or why there is none. */
    record Fit(@Nullable Object value, @Nullable String expected) {}

    /**
     * Fits a value.
     *
     * @param typed what stood behind a plain {@code =}, which may be read in another way; {@code null} where the type
     *     was said explicitly
     */
    static Fit fit(@Nullable Object value, @Nullable String typed, ArgumentSchema schema) {
        if (value instanceof Map || value instanceof Collection) {
            Object made = typed(value, schema);
            if (made != null) {
                return new Fit(made, null);
            }
        }
        String expected = expected(value, schema);
        if (expected == null || typed == null) {
            return new Fit(value, expected);
        }
        if (expected(typed, schema) == null) {
            return new Fit(typed, null);
        }
        Boolean meant = YES.contains(typed) ? Boolean.TRUE : NO.contains(typed) ? Boolean.FALSE : null;
        boolean read = meant != null && expected(meant, schema) == null;
        return read ? new Fit(meant, null) : new Fit(value, expected);
    }

    /** JSON that a command wants as a Series, a DataFrame or an array becomes one where it can; else {@code null}. */
    private static @Nullable Object typed(Object value, ArgumentSchema schema) {
        for (String type : schema.types()) {
            String function = switch (type) {
                case "Series" -> "series";
                case "DataFrame" -> "frame";
                case "ndarray" -> "array";
                default -> "";
            };
            if (!function.isEmpty() && !TypedArgument.isIn(value)) {
                try {
                    return TypedArgument.make(function, value, null);
                } catch (IllegalArgumentException none) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Returns what was expected instead of the value, or {@code null} if it fits. */
    static @Nullable String expected(@Nullable Object typed, ArgumentSchema schema) {
        Object value = TypedScalar.plain(typed);
        if (!hasType(value, schema.types())) {
            return named(schema.types());
        }
        if (!schema.choices().isEmpty() && !isAmong(value, schema.choices())) {
            return "one of " + listed(schema.choices());
        }
        return value instanceof Number number ? outside(decimal(number), schema) : null;
    }

    private static boolean hasType(@Nullable Object value, List<String> types) {
        for (String type : types) {
            if (isOf(value, type)) {
                return true;
            }
        }
        return types.isEmpty();
    }

    private static boolean isOf(@Nullable Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number number && isWhole(number);
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof Collection<?>;
            case "object" -> value instanceof Map<?, ?>;
            case "null" -> value == null;
            case "Series" -> value instanceof Series;
            case "DataFrame" -> value instanceof DataFrame;
            case "ndarray" -> value instanceof NdArray;
            // A word that JSON Schema does not know cannot forbid anything.
            default -> true;
        };
    }

    private static boolean isWhole(Number number) {
        BigDecimal exact = decimal(number);
        return exact != null && exact.stripTrailingZeros().scale() <= 0;
    }

    private static @Nullable String outside(@Nullable BigDecimal number, ArgumentSchema schema) {
        BigDecimal least = schema.minimum() == null ? null : decimal(schema.minimum());
        BigDecimal most = schema.maximum() == null ? null : decimal(schema.maximum());
        if (number != null && least != null && number.compareTo(least) < 0) {
            return "at least " + schema.minimum();
        }
        return number != null && most != null && number.compareTo(most) > 0 ? "at most " + schema.maximum() : null;
    }

    private static boolean isAmong(@Nullable Object value, List<Object> choices) {
        for (Object choice : choices) {
            if (choice.equals(value) || (choice instanceof Number a && value instanceof Number b && same(a, b))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Number a, Number b) {
        BigDecimal left = decimal(a);
        BigDecimal right = decimal(b);
        return left != null && right != null && left.compareTo(right) == 0;
    }

    /** Returns {@code null} for what is not finite: it has no place among the numbers. */
    private static @Nullable BigDecimal decimal(Number number) {
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (number instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        double real = number.doubleValue();
        return Double.isNaN(real) || Double.isInfinite(real) ? null : BigDecimal.valueOf(real);
    }

    static String named(List<String> types) {
        StringBuilder names = new StringBuilder();
        for (String type : types) {
            boolean vowel = "aio".indexOf(type.charAt(0)) >= 0;
            names.append(names.length() == 0 ? "" : " or ")
                    .append(type.equals("null") ? "" : vowel ? "an " : "a ")
                    .append(type);
        }
        return names.toString();
    }

    private static String listed(List<Object> choices) {
        StringBuilder list = new StringBuilder();
        for (Object choice : choices) {
            list.append(list.length() == 0 ? "" : ", ").append(choice);
        }
        return list.toString();
    }
}
