package io.github.hubsh.shell.argument;

import static java.util.Objects.requireNonNull;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.word.PythonKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of Python's own types that JSON lacks: {@code uuid("…")}, {@code datetime("…")}, {@code date("…")},
 * {@code time("…")}, {@code timedelta("1h30m")}, {@code decimal("1.50")}, {@code fraction("1/3")},
 * {@code complex("1+2j")}, {@code bytes("BASE64")}, {@code tuple(1,2)}, {@code set(1,2)} and {@code frozenset(1,2)}.
 * Each reads the text by which JSON, or Python, shows such a value.
 */
final class PythonLiteral {
    private static final int MAX_SHOWN_LENGTH = 40;
    private static final int MAX_YEAR = 9999;
    private static final int NANOS_OF_MICRO = 1_000;

    private PythonLiteral() {}

    static boolean isFunction(String name) {
        return kind(name) != null;
    }

    private static @Nullable PythonKind kind(String name) {
        PythonKind kind = PythonKind.ofFunction(name);
        return kind == null || example(kind).isEmpty() ? null : kind;
    }

    /** Returns whether JSON would change the type of a value that one of the functions makes. */
    static boolean isMade(Object value) {
        return value instanceof UUID
                || value instanceof TemporalAccessor
                || value instanceof Duration
                || value instanceof BigDecimal
                || value instanceof Opaque
                || value instanceof Bytes
                || value instanceof Tuple
                || value instanceof Set<?>;
    }

    /**
     * Makes the value that {@code name(operand, …)} is. A list as the only operand of a tuple or a set gives the
     * elements, as in Python.
     *
     * @param name one of which {@link #isFunction} is true
     * @throws IllegalArgumentException saying what was expected
     */
    static Object make(String name, List<?> operands) {
        PythonKind kind = requireNonNull(kind(name), name);
        try {
            Object value = made(kind, operands);
            if (value != null) {
                return checked(kind, value);
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            // The text below says what was expected.
        }
        throw new IllegalArgumentException("expected " + example(kind) + found(operands));
    }

    private static @Nullable Object made(PythonKind kind, List<?> operands) {
        Collection<?> all = operands.size() == 1 && operands.get(0) instanceof Collection<?> list ? list : operands;
        return switch (kind) {
            case TUPLE -> Tuple.copyOf(all);
            case SET -> hashable(kind, all);
            case FROZENSET -> FrozenSet.copyOf(hashable(kind, all));
            case COMPLEX -> isOne(kind, operands) ? operands.get(0) : PythonNumbers.complex(operands);
            case FRACTION -> isOne(kind, operands) ? operands.get(0) : PythonNumbers.fraction(operands);
            default -> operands.size() == 1 ? ofOne(kind, operands.get(0)) : null;
        };
    }

    private static boolean isOne(PythonKind kind, List<?> operands) {
        return operands.size() == 1 && PythonKind.of(operands.get(0)) == kind;
    }

    /** A reference may bring a value of the kind itself, or another one whose text is meant. */
    private static @Nullable Object ofOne(PythonKind kind, @Nullable Object typed) {
        Object operand = TypedScalar.plain(typed);
        PythonKind own = PythonKind.of(operand);
        if (own == kind) {
            return operand;
        } else if (operand instanceof String text) {
            return ofText(kind, text);
        } else if (operand instanceof Number number) {
            return ofNumber(kind, number);
        }
        return own != null && Json.write(operand).startsWith("\"") ? ofText(kind, Json.text(operand)) : null;
    }

    private static @Nullable Object ofText(PythonKind kind, String text) {
        return switch (kind) {
            case UUID_VALUE -> uuid(text);
            case DATETIME -> dateTime(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> hasOffset(text) ? OffsetTime.parse(text) : LocalTime.parse(text);
            case TIMEDELTA -> TimedeltaText.parse(text);
            case DECIMAL -> decimal(text);
            default -> bytes(text);
        };
    }

    private static @Nullable Object ofNumber(PythonKind kind, Number number) {
        boolean whole = number instanceof Long || number instanceof BigInteger;
        return switch (kind) {
            case TIMEDELTA -> TimedeltaText.ofSeconds(new BigDecimal(number.toString()));
            // A fraction has lost digits before it comes here.
            case DECIMAL -> whole ? new BigDecimal(number.toString()) : null;
            default -> null;
        };
    }

    private static @Nullable UUID uuid(String text) {
        String digits = text.replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}") || (digits.length() != text.length() && text.length() != 36)) {
            return null;
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static Object dateTime(String text) {
        boolean blank = text.length() > 10 && text.charAt(10) == ' ';
        String iso = blank ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        int time = iso.indexOf('T');
        if (time < 0) {
            return LocalDate.parse(iso).atStartOfDay();
        }
        return hasOffset(iso.substring(time)) ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso);
    }

    private static boolean hasOffset(String time) {
        return time.matches(".*(Z|[+-].*)");
    }

    /** The Decimals that are no numbers stay what a pickle says of them. */
    private static Object decimal(String text) {
        return text.matches("NaN|-?Infinity")
                ? new Opaque("decimal.Decimal", List.<@Nullable Object>of(text))
                : new BigDecimal(text);
    }

    private static @Nullable Bytes bytes(String text) {
        try {
            return Bytes.wrapping(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    private static Set<@Nullable Object> hashable(PythonKind kind, Collection<?> elements) {
        for (Object element : elements) {
            checkHashable(kind, element);
        }
        return new LinkedHashSet<>(elements);
    }

    private static void checkHashable(PythonKind kind, @Nullable Object element) {
        if (element instanceof Tuple tuple) {
            tuple.forEach(each -> checkHashable(kind, each));
        } else if (element instanceof Map
                || (element instanceof Collection && !(element instanceof FrozenSet))
                || element instanceof Series
                || element instanceof DataFrame) {
            throw new IllegalArgumentException("expected elements that Python can hash, such as texts and numbers, in "
                    + kind.function() + "(…)" + found(List.of(element)));
        }
    }

    private static Object checked(PythonKind kind, Object value) {
        if (value instanceof TemporalAccessor moment) {
            if (moment.isSupported(ChronoField.YEAR)
                    && (moment.get(ChronoField.YEAR) < 1 || moment.get(ChronoField.YEAR) > MAX_YEAR)) {
                throw new IllegalArgumentException("expected a year from 1 to 9999 in " + kind.function() + "(…)");
            }
            if (moment.isSupported(ChronoField.NANO_OF_SECOND)
                    && moment.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO != 0) {
                throw new IllegalArgumentException(
                        "expected at most six digits of a second in " + kind.function() + "(…)");
            }
        }
        return value;
    }

    /**
     * Returns what is expected of a function's operands, with an example; nothing for a kind that is made elsewhere.
     */
    private static String example(PythonKind kind) {
        return switch (kind) {
            case UUID_VALUE -> "a UUID such as uuid(\"123e4567-e89b-12d3-a456-426614174000\")";
            case DATETIME -> "a date and time such as datetime(\"2026-01-31T15:04:05+01:00\")";
            case DATE -> "a date such as date(\"2026-01-31\")";
            case TIME -> "a time such as time(\"15:04:05\")";
            case TIMEDELTA -> "a duration such as timedelta(\"1h30m\") or timedelta(\"PT1H30M\"), or seconds";
            case DECIMAL -> "a number as a text, such as decimal(\"1.50\")";
            case FRACTION -> "a fraction such as fraction(\"1/3\")";
            case COMPLEX -> "a complex number such as complex(\"1+2j\")";
            case BYTES -> "base64 such as bytes(\"aGVsbG8=\")";
            case TUPLE, SET, FROZENSET -> "values such as " + kind.function() + "(1,2)";
            case SERIES, DATA_FRAME, NDARRAY, INDEX -> "";
        };
    }

    private static String found(List<?> operands) {
        if (operands.isEmpty()) {
            return ", found nothing";
        }
        if (operands.size() > 1) {
            return ", found " + operands.size() + " values";
        }
        String text = Json.write(operands.get(0));
        return ", found " + (text.length() > MAX_SHOWN_LENGTH ? text.substring(0, MAX_SHOWN_LENGTH) + "…" : text);
    }
}
