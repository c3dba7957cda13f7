package io.github.hubsh.core.json;

import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values a peer reads from JSON as what they were; all others would arrive as a text, a list or a dict.
 */
public final class ExactJson {
    // A value may hold one part many times, and may contain itself.
    private final Set<Object> exact = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExactJson() {}

    /** Returns whether JSON carries the value and all its parts unchanged; one that contains itself it cannot carry. */
    public static boolean isExact(@Nullable Object value) {
        return isScalar(value) || new ExactJson().isExactContainer(value);
    }

    private static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof Integer
                || value instanceof Float;
    }

    private boolean isExactContainer(@Nullable Object value) {
        if (value == null || exact.contains(value)) {
            return value != null;
        } else if (!path.add(value)) {
            return false;
        }
        boolean all = hasExactParts(value);
        path.remove(value);
        if (all) {
            exact.add(value);
        }
        return all;
    }

    private boolean hasExactParts(Object value) {
        if (value instanceof Map<?, ?> map) {
            return !(map instanceof NamedDict) && hasTextKeys(map) && areExact(map.values());
        }
        return value instanceof List<?> list
                && !(list instanceof Tuple || list instanceof Column || list instanceof BoundedList)
                && areExact(list);
    }

    private static boolean hasTextKeys(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private boolean areExact(Collection<?> parts) {
        for (Object part : parts) {
            if (!isScalar(part) && !isExactContainer(part)) {
                return false;
            }
        }
        return true;
    }
}
