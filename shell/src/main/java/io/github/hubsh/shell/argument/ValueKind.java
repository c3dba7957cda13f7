package io.github.hubsh.shell.argument;

import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.word.PythonKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kind of a value: as JSON Schema names it, or Python's class for what JSON lacks. */
public final class ValueKind {
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
        PythonKind python = PythonKind.of(value);
        return python != null ? python.kind() : value instanceof Collection<?> ? "array" : "object";
    }

    /** Returns whether only a pickle carries such values as what they are. */
    public static boolean isPython(String kind) {
        return PythonKind.isKind(kind);
    }

    /** Returns whether an item with such a value begins with {@code :=}. */
    public static boolean isWrittenAsJson(List<String> kinds) {
        return (!kinds.isEmpty() && areAllPython(kinds))
                || kinds.equals(List.of("array"))
                || kinds.equals(List.of("object"));
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
