package io.github.hubsh.core.value.array;

import org.jspecify.annotations.Nullable;

/**
 * The texts that stand for a dtype: {@code f8}, {@code <i4}, {@code M8[ns]}, {@code |S5}, {@code float64},
 * {@code bool}.
 */
public final class DtypeCodes {
    private static final int MAX_LENGTH = 40;
    private static final int MAX_TEXT_SIZE = 1 << 24;
    private static final int MAX_DIGITS = 8;

    private DtypeCodes() {}

    /**
     * Reads a code.
     *
     * @param bigEndian what holds where the code does not say
     * @return {@code null} for a code that is not known here
     */
    public static @Nullable Dtype parse(String code, boolean bigEndian) {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            return null;
        }
        boolean ordered = "<>=|".indexOf(code.charAt(0)) >= 0;
        String rest = ordered ? code.substring(1) : code;
        boolean big = code.charAt(0) == '>' || (!ordered && bigEndian);
        Dtype named = named(rest, big);
        return named != null || rest.isEmpty() ? named : lettered(rest, big);
    }

    private static @Nullable Dtype named(String name, boolean big) {
        return switch (name) {
            case "bool", "?" -> Dtype.BOOL;
            case "object", "O" -> Dtype.OBJECT;
            case "int", "int64" -> Dtype.plain('i', 8, big);
            case "int32" -> Dtype.plain('i', 4, big);
            case "int16" -> Dtype.plain('i', 2, big);
            case "int8" -> Dtype.plain('i', 1, big);
            case "uint64" -> Dtype.plain('u', 8, big);
            case "uint32" -> Dtype.plain('u', 4, big);
            case "uint16" -> Dtype.plain('u', 2, big);
            case "uint8" -> Dtype.plain('u', 1, big);
            case "float", "float64", "double" -> Dtype.plain('f', 8, big);
            case "float32" -> Dtype.plain('f', 4, big);
            case "float16" -> Dtype.plain('f', 2, big);
            case "complex64" -> Dtype.plain('c', 8, big);
            case "complex128" -> Dtype.plain('c', 16, big);
            default -> null;
        };
    }

    private static @Nullable Dtype lettered(String code, boolean big) {
        if (code.startsWith("datetime64") || code.startsWith("timedelta64")) {
            return time(code.charAt(0) == 'd' ? 'M' : 'm', code.substring(code.indexOf("64") + 2), big);
        }
        char kind = code.charAt(0);
        if (kind == 'M' || kind == 'm') {
            return code.startsWith("8", 1) ? time(kind, code.substring(2), big) : null;
        }
        int number = number(code.substring(1));
        return number < 0 ? null : sized(kind, number, big);
    }

    private static @Nullable Dtype sized(char kind, int number, boolean big) {
        boolean known = switch (kind) {
            case 'b' -> number == 1;
            case 'i', 'u' -> number == 1 || number == 2 || number == 4 || number == 8;
            case 'f' -> number == 2 || number == 4 || number == 8 || number == 12 || number == 16;
            case 'c' -> number == 8 || number == 16 || number == 24 || number == 32;
            case 'O' -> number == 4 || number == 8;
            case 'S', 'V', 'U' -> number <= MAX_TEXT_SIZE;
            default -> false;
        };
        return known ? Dtype.plain(kind, kind == 'U' ? number * 4 : number, big) : null;
    }

    /** Reads {@code [25us]}; nothing is the unit that is none. */
    private static @Nullable Dtype time(char kind, String unit, boolean big) {
        if (unit.isEmpty()) {
            return Dtype.time(kind, big, Dtype.GENERIC, 1);
        } else if (!unit.startsWith("[") || !unit.endsWith("]")) {
            return null;
        }
        int digits = 1;
        while (Character.isDigit(unit.charAt(digits))) {
            digits++;
        }
        int multiple = digits == 1 ? 1 : number(unit.substring(1, digits));
        String name = unit.substring(digits, unit.length() - 1);
        return multiple < 1 || !TimeUnits.isUnit(name) ? null : Dtype.time(kind, big, name, multiple);
    }

    private static int number(String digits) {
        return digits.isEmpty()
                        || digits.length() > MAX_DIGITS
                        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
