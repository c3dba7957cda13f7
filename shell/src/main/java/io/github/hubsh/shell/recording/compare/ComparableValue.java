package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.TypedScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value one that is equal to that of another value where Python says that both are equal: {@code 1 == 1.0 ==
 * True}, and dicts in any order. A list and a tuple of the same parts count as equal too, since JSON knows no tuples;
 * tables and other objects are equal where their JSON is.
 */
public final class ComparableValue {
    private static final int MAX_DEPTH = 500;

    /** A pickle can be small, and have many parts: each of them is one list of ten others, for example. */
    private static final int MAX_PARTS = 1_000_000;

    // Mutable state
    private int left = MAX_PARTS;

    private ComparableValue() {}

    /** A value without an order or a counterpart here. */
    private record Text(String json) {}

    /** Python's {@code None}. */
    private record Nothing() {}

    public static Object of(@Nullable Object value) {
        return new ComparableValue().of(value, 0);
    }

    private Object of(@Nullable Object typed, int depth) {
        Object value = TypedScalar.plain(typed);
        if (value == null) {
            return new Nothing();
        } else if (value instanceof Boolean yes) {
            return yes ? BigDecimal.ONE : BigDecimal.ZERO;
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof String || value instanceof UUID || value instanceof Bytes) {
            return value;
        } else if (depth > MAX_DEPTH || left-- <= 0) {
            return new Text("too large");
        }
        return container(value, depth);
    }

    private Object container(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> parts = new HashMap<>();
            map.forEach((key, each) -> parts.put(of(key, depth + 1), of(each, depth + 1)));
            return parts;
        } else if (value instanceof List<?> list) {
            List<Object> parts = new ArrayList<>(list.size());
            list.forEach(each -> parts.add(of(each, depth + 1)));
            return parts;
        } else if (value instanceof Set<?> set) {
            Set<Object> parts = new HashSet<>();
            set.forEach(each -> parts.add(of(each, depth + 1)));
            return parts;
        }
        return new Text(Json.writeTyped(value));
    }

    private static Object number(Number number) {
        if (number instanceof BigInteger big) {
            return new BigDecimal(big).stripTrailingZeros();
        } else if (number instanceof BigDecimal exact) {
            return exact.stripTrailingZeros();
        } else if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value)
                    ? new BigDecimal(value).stripTrailingZeros()
                    : new Text(Double.toString(value));
        }
        return BigDecimal.valueOf(number.longValue()).stripTrailingZeros();
    }
}
