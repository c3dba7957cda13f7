package io.github.hubsh.shell.word;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.OpaqueFields;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of values of Python, numpy and pandas that JSON lacks: what Python calls them, the function that makes one
 * from typed text, and by which types they are known here.
 */
public enum PythonKind {
    SERIES("Series", "series", Series.class),
    DATA_FRAME("DataFrame", "frame", DataFrame.class),
    NDARRAY("ndarray", "array", NdArray.class),
    INDEX("Index", "", Index.class),
    UUID_VALUE("UUID", "uuid", UUID.class),
    DATETIME("datetime", "datetime", LocalDateTime.class, OffsetDateTime.class),
    DATE("date", "date", LocalDate.class),
    TIME("time", "time", LocalTime.class, OffsetTime.class),
    TIMEDELTA("timedelta", "timedelta", Duration.class),
    DECIMAL("Decimal", "decimal", BigDecimal.class),
    FRACTION("Fraction", "fraction"),
    COMPLEX("complex", "complex"),
    BYTES("bytes", "bytes", Bytes.class),
    TUPLE("tuple", "tuple", Tuple.class),
    FROZENSET("frozenset", "frozenset", FrozenSet.class),
    SET("set", "set", Set.class);

    private final String kind;
    private final String function;
    private final @Nullable Class<?> type;
    private final @Nullable Class<?> zonedType;

    /** Returns a suggestion where a call of no known function stands at {@code offset}; else {@code null}. */
    public static @Nullable String nearestFunction(String text, int offset) {
        int end = offset;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > offset && text.startsWith("(", end)
                ? Suggestion.of(
                        text.substring(offset, end),
                        Arrays.stream(values()).map(each -> each.function).toList())
                : null;
    }

    PythonKind(String kind, String function) {
        this(kind, function, null, null);
    }

    PythonKind(String kind, String function, Class<?> type) {
        this(kind, function, type, null);
    }

    PythonKind(String kind, String function, @Nullable Class<?> type, @Nullable Class<?> zonedType) {
        this.kind = kind;
        this.function = function;
        this.type = type;
        this.zonedType = zonedType;
    }

    /** Returns the name of Python's class. */
    public String kind() {
        return kind;
    }

    /** Returns the function that makes such a value, or an empty text where there is none. */
    public String function() {
        return function;
    }

    /** Returns the kind of a value, or {@code null} where it is none of these. */
    public static @Nullable PythonKind of(@Nullable Object value) {
        if (value instanceof Opaque opaque) {
            return ofClass(opaque);
        }
        for (PythonKind each : values()) {
            if (isInstance(each.type, value) || isInstance(each.zonedType, value)) {
                return each;
            }
        }
        return null;
    }

    /** Returns the kind that a function makes, or {@code null} where there is none of that name. */
    public static @Nullable PythonKind ofFunction(String function) {
        for (PythonKind each : values()) {
            if (!function.isEmpty() && each.function.equals(function)) {
                return each;
            }
        }
        return null;
    }

    /** Returns whether this is what Python calls one of the kinds. */
    public static boolean isKind(String kind) {
        for (PythonKind each : values()) {
            if (each.kind.equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstance(@Nullable Class<?> type, @Nullable Object value) {
        return type != null && type.isInstance(value);
    }

    private static @Nullable PythonKind ofClass(Opaque opaque) {
        boolean text = OpaqueFields.asText(opaque) != null;
        return switch (opaque.className()) {
            case "builtins.complex" -> COMPLEX;
            case "fractions.Fraction" -> text ? FRACTION : null;
            case "decimal.Decimal" -> text ? DECIMAL : null;
            default -> null;
        };
    }
}
