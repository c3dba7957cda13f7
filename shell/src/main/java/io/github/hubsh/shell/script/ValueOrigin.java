package io.github.hubsh.shell.script;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value was before it came into JavaScript, which has no tuples, decimals or tables. Such a value travels with
 * its pickle; a script that gives it back as it came gives back what it was. A number of numpy is a number to a script,
 * and keeps its type only within something else.
 */
final class ValueOrigin {
    private ValueOrigin() {}

    /** Returns whether JavaScript has no notion of a value, or of the type of a number or truth directly in it. */
    static boolean isForeign(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map instanceof NamedDict
                    || map.keySet().stream().anyMatch(key -> !(key instanceof String))
                    || map.values().stream().anyMatch(ValueOrigin::isTypeLost);
        }
        if (value instanceof Collection<?> items) {
            return !(items instanceof List<?>)
                    || items instanceof Tuple
                    || items instanceof Column
                    || items instanceof BoundedList
                    || items.stream().anyMatch(ValueOrigin::isTypeLost);
        }
        return !(value instanceof Bytes bytes && !bytes.isBytearray()) && !(value instanceof byte[]);
    }

    /**
     * Returns whether a script sees a value as JavaScript's own number, truth or text, which cannot say what it was.
     */
    static boolean isSeenPlain(@Nullable Object value) {
        return plain(value) != value;
    }

    /**
     * Returns what is under a subclass of a plain Python type, or under a number of numpy, or {@code null} for a
     * missing value of pandas; any other value as it is.
     */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Opaque opaque && opaque.plainValue() != null) {
            return isWritten(opaque) ? opaque : opaque.plainValue();
        }
        boolean isPlain = value instanceof TypedScalar scalar
                && (scalar.value() == null || scalar.value() instanceof Number || scalar.value() instanceof Boolean);
        return isPlain ? TypedScalar.plain(value) : value;
    }

    /**
     * Returns whether a pickle holds the object itself, as it does a Decimal that is no number, or but its plain value.
     */
    private static boolean isWritten(Opaque object) {
        String pickle = of(object);
        return pickle != null && decoded(pickle) instanceof Opaque;
    }

    private static @Nullable Object decoded(String pickle) {
        try {
            return ContentData.decode(new Payload(pickle, Map.of("mime_type", Payload.PICKLE)));
        } catch (ContentException forged) {
            return null;
        }
    }

    /** JavaScript writes 2.0 as 2, which Python takes for an integer. */
    private static boolean isTypeLost(@Nullable Object part) {
        return isSeenPlain(part) || (part instanceof Double number && number == Math.rint(number));
    }

    static boolean isTable(@Nullable Object value) {
        return value instanceof Series || value instanceof DataFrame;
    }

    /** Returns the text that brings a value back, or {@code null} where no pickle can hold it. */
    static @Nullable String of(Object value) {
        try {
            return ContentData.encode(value, Payload.PICKLE).data() instanceof String pickle ? pickle : null;
        } catch (ContentException unwritable) {
            return null;
        }
    }

    /** Returns the value that came, unless a script has changed what it made of it. */
    static @Nullable Object restored(String origin, @Nullable Object now) {
        Object was = decoded(origin);
        if (was == null || isSame(seen(was), seen(now))) {
            return was == null ? now : was;
        }
        if (was instanceof Bytes && now instanceof Bytes bytes) {
            return bytes.asBytearray();
        }
        if (isTable(was)) {
            return PandasJson.fromShape(now);
        }
        return was instanceof Map<?, ?> before && now instanceof Map<?, ?> after ? merged(before, after) : now;
    }

    /** A dict that a script has changed keeps its class, its keys, and the parts that are the same. */
    private static Map<?, ?> merged(Map<?, ?> was, Map<?, ?> now) {
        Map<String, @Nullable Object> keys = new HashMap<>();
        was.keySet().forEach(key -> keys.put(ScriptWriter.key(key), key));
        Map<@Nullable Object, @Nullable Object> merged = was instanceof NamedDict named
                ? new NamedDict(named.className(), named.factory(), Map.of())
                : new LinkedHashMap<>();
        now.forEach((text, value) -> {
            Object key = keys.getOrDefault(String.valueOf(text), text);
            boolean isKept = was.containsKey(key) && isSame(seen(was.get(key)), seen(value));
            merged.put(key, isKept ? was.get(key) : value);
        });
        return merged;
    }

    /** Returns what a script sees of a value. */
    private static @Nullable Object seen(@Nullable Object value) {
        return ScriptText.read(ScriptWriter.plain(value));
    }

    /** A script does not distinguish 2 from 2.0. */
    private static boolean isSame(@Nullable Object was, @Nullable Object now) {
        if (was instanceof List<?> before && now instanceof List<?> after) {
            return before.size() == after.size() && areSame(before, after);
        }
        if (was instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
            return before.size() == after.size()
                    && before.entrySet().stream()
                            .allMatch(each -> after.containsKey(each.getKey())
                                    && isSame(each.getValue(), after.get(each.getKey())));
        }
        if (was instanceof Number before && now instanceof Number after) {
            boolean inexact = !isWhole(before) || !isWhole(after);
            return was.equals(now) || (inexact && sameDouble(before, after));
        }
        return java.util.Objects.equals(was, now);
    }

    private static boolean areSame(List<?> before, List<?> after) {
        for (int i = 0; i < before.size(); i++) {
            if (!isSame(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof BigInteger;
    }

    private static boolean sameDouble(Number before, Number after) {
        return Double.compare(before.doubleValue(), after.doubleValue()) == 0;
    }
}
