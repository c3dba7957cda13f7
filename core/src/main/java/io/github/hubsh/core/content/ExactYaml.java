package io.github.hubsh.core.content;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values a peer reads from YAML as what they were: those of JSON, and dates, bytes, sets and dicts with
 * other keys than texts. All others would arrive as a text, a list or a dict.
 */
public final class ExactYaml {
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExactYaml() {}

    /** Returns whether YAML carries the value and all its parts unchanged. */
    public static boolean isExact(@Nullable Object value) {
        return new ExactYaml().isKept(value);
    }

    private boolean isKept(@Nullable Object value) {
        if (value instanceof Map || value instanceof Collection) {
            if (!path.add(value)) {
                return false;
            }
            boolean kept = value instanceof Map<?, ?> map
                    ? !(map instanceof NamedDict) && areKept(map.keySet()) && areKept(map.values())
                    : isPlain((Collection<?>) value) && areKept((Collection<?>) value);
            path.remove(value);
            return kept;
        }
        return value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || (value instanceof Bytes bytes && !bytes.isBytearray())
                || ExactJson.isExact(value);
    }

    private static boolean isPlain(Collection<?> items) {
        boolean list = items instanceof List
                && !(items instanceof Tuple || items instanceof Column || items instanceof BoundedList);
        return list || (items instanceof Set && !(items instanceof FrozenSet));
    }

    private boolean areKept(Collection<?> parts) {
        for (Object part : parts) {
            if (!isKept(part)) {
                return false;
            }
        }
        return true;
    }
}
