package io.github.hubsh.shell.argument;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kind of a value: as JSON Schema names it, or Python's class for what JSON lacks. */
public final class ValueKind {
    private static final List<String> PYTHON = List.of(
            "Series",
            "DataFrame",
            "ndarray",
            "Index",
            "UUID",
            "datetime",
            "date",
            "time",
            "timedelta",
            "Decimal",
            "bytes",
            "tuple",
            "set",
            "frozenset");

    private ValueKind() {}

    public static String of(@Nullable Object typed) {
        Object value = TypedScalar.plain(typed);
        if (value == null) {
            return "null";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Double) {
            return "number";
        } else if (value instanceof Number && !(value instanceof BigDecimal)) {
            return "integer";
        }
        String python = ofPython(value);
        return python != null ? python : value instanceof Collection<?> ? "array" : "object";
    }

    private static @Nullable String ofPython(Object value) {
        if (value instanceof Series) {
            return "Series";
        } else if (value instanceof DataFrame) {
            return "DataFrame";
        } else if (value instanceof NdArray) {
            return "ndarray";
        } else if (value instanceof Index) {
            return "Index";
        } else if (value instanceof FrozenSet) {
            return "frozenset";
        } else if (value instanceof Set<?>) {
            return "set";
        }
        return value instanceof Tuple ? "tuple" : ofScalar(value);
    }

    private static @Nullable String ofScalar(Object value) {
        if (value instanceof UUID) {
            return "UUID";
        } else if (value instanceof LocalDateTime || value instanceof OffsetDateTime) {
            return "datetime";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof LocalTime || value instanceof OffsetTime) {
            return "time";
        } else if (value instanceof Duration) {
            return "timedelta";
        } else if (value instanceof BigDecimal) {
            return "Decimal";
        }
        return value instanceof Bytes ? "bytes" : null;
    }

    /** Returns whether only a pickle carries such values as what they are. */
    public static boolean isPython(String kind) {
        return PYTHON.contains(kind);
    }

    static boolean areAllPython(List<String> kinds) {
        for (String kind : kinds) {
            if (!isPython(kind)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name with its article, as a sentence has it: {@code a Series}, {@code an object}. */
    static String withArticle(String kind) {
        return ("aeiou".indexOf(Character.toLowerCase(kind.charAt(0))) >= 0 && !kind.startsWith("U") ? "an " : "a ")
                + kind;
    }
}
