package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only way into a dict or a set while a pickle is read: hashing and comparing keys is where a small pickle could
 * make much work. A tuple of two references to a tuple of two references … is exponentially large, a long text may be
 * compared with its like again and again, and texts and tuples can be chosen to share one hash. So only what Python can
 * hash is let in (which also keeps out what could contain itself), and each key pays for its size, times the keys of
 * the same dict that share its hash.
 */
final class Keys {
    private static final int CHARACTERS_PER_UNIT = 64;
    private static final int MAX_DEPTH = 100;

    private final Meter meter;

    // Mutable state, owned by the reading thread: keys that are no scalars, counted by (dict, hash)
    private final Map<Long, Integer> sameHash = new HashMap<>();

    Keys(Meter meter) {
        this.meter = meter;
    }

    void put(Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value)
            throws ContentException {
        admit(map, key);
        map.put(key, value);
    }

    void add(Set<@Nullable Object> set, @Nullable Object element) throws ContentException {
        admit(set, element);
        set.add(element);
    }

    Set<@Nullable Object> setOf(Collection<? extends @Nullable Object> elements) throws ContentException {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        for (Object element : elements) {
            add(set, element);
        }
        return set;
    }

    private void admit(Object container, @Nullable Object key) throws ContentException {
        long weight = pay(key, 0);
        if (key instanceof Collection) {
            long place = ((long) System.identityHashCode(container) << 32) | Integer.toUnsignedLong(key.hashCode());
            meter.keyWork(weight * sameHash.merge(place, 1, Integer::sum));
        }
    }

    /** Pays for a key node by node, so that an exponentially large one is stopped on the way; returns what it paid. */
    private long pay(@Nullable Object key, int depth) throws ContentException {
        if (key instanceof Collection<?> parts) {
            if (!(key instanceof Tuple || key instanceof FrozenSet)) {
                throw new ContentException(QuotedText.type(key) + " cannot be a key");
            } else if (depth == MAX_DEPTH) {
                throw new ContentException("a key more than " + MAX_DEPTH + " deep");
            }
            meter.keyWork(1);
            long weight = 1;
            for (Object part : parts) {
                weight += pay(part, depth + 1);
            }
            return weight;
        }
        long weight = scalar(key);
        meter.keyWork(weight);
        return weight;
    }

    private static long scalar(@Nullable Object key) throws ContentException {
        if (key instanceof String text) {
            return 1L + text.length() / CHARACTERS_PER_UNIT;
        } else if (key instanceof Bytes bytes) {
            return 1L + bytes.size() / CHARACTERS_PER_UNIT;
        } else if (key instanceof BigInteger || key instanceof BigDecimal) {
            return CHARACTERS_PER_UNIT;
        } else if (key instanceof Map) {
            throw new ContentException("a dict cannot be a key");
        }
        return 1;
    }

    /** Reads pairs, as {@code dict} and {@code OrderedDict} take them; {@code null} where they are none. */
    @Nullable
    Map<@Nullable Object, @Nullable Object> dictOf(Collection<?> pairs) throws ContentException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Object pair : new ArrayList<>(pairs)) {
            if (!(pair instanceof List<?> list) || list.size() != 2) {
                return null;
            }
            put(map, list.get(0), list.get(1));
        }
        return map;
    }
}
