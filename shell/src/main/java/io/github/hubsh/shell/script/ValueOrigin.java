package io.github.hubsh.shell.script;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value was before it came into JavaScript, which has no tuples, decimals or tables. Such a value travels with its
 * pickle; a script that gives it back as it came gives back what it was.
 */
final class ValueOrigin {
    private ValueOrigin() {}

    /** Returns whether JavaScript has no notion of a value with parts, or of one of its direct parts. */
    static boolean isForeign(Object container) {
        if (container instanceof Map<?, ?> map) {
            return map instanceof NamedDict
                    || map.keySet().stream().anyMatch(key -> !(key instanceof String))
                    || map.values().stream().anyMatch(ValueOrigin::isForeignScalar);
        }
        if (container instanceof Collection<?> items) {
            return !(container instanceof List<?>)
                    || container instanceof Tuple
                    || container instanceof BoundedList
                    || container instanceof Column
                    || items.stream().anyMatch(ValueOrigin::isForeignScalar);
        }
        // An identifier is an object of a class too, but is known by its text.
        return isTable(container)
                || container instanceof Global
                || (container instanceof Opaque && !Json.write(container).startsWith("\""));
    }

    /** Returns whether JSON would make something else of a value. */
    static boolean isLostInJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return isForeign(map) || map.values().stream().anyMatch(ValueOrigin::isLostInJson);
        }
        if (value instanceof Collection<?> items) {
            return isForeign(items) || items.stream().anyMatch(ValueOrigin::isLostInJson);
        }
        return value instanceof Bytes || value instanceof byte[] || isTable(value) || isForeignScalar(value);
    }

    static boolean isTable(@Nullable Object value) {
        return value instanceof Series || value instanceof DataFrame;
    }

    private static boolean isForeignScalar(@Nullable Object value) {
        boolean known = value == null
                || value instanceof String
                || value instanceof Boolean
                || (value instanceof Number && !(value instanceof BigDecimal))
                || value instanceof Bytes
                || value instanceof byte[];
        boolean container = value instanceof Map || value instanceof Collection || isTable(value);
        return (!known && !container) || value instanceof Opaque;
    }

    /** Returns the text that brings a value back, or nothing where there is none. */
    static String of(Object value) {
        try {
            return ContentData.encode(value, Payload.PICKLE).data() instanceof String pickle ? pickle : "";
        } catch (ContentException unwritable) {
            return "";
        }
    }

    /** Returns the value that came, unless a script has changed what it made of it. */
    static @Nullable Object restored(String origin, @Nullable Object now) {
        try {
            Object was = ContentData.decode(new Payload(origin, Map.of("mime_type", Payload.PICKLE)));
            if (isSame(ScriptText.read(ScriptWriter.plain(was)), now)) {
                return was;
            }
            return isTable(was) ? PandasJson.fromShape(now) : now;
        } catch (ContentException forged) {
            return now;
        }
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
