package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that one request's reply gave and a later request used, such as an experiment's id. Such a value is
 * carried: a program that sends the requests again has to take what the new reply gives.
 *
 * <p>A value is carried if it can hardly be the same by chance: a UUID; a text with many digits; a text or a whole
 * number that stands under the same name on both sides, or is the whole result or any {@code …_id} of it and is asked
 * for as an {@code id}. What a request said before any reply did is the user's own, and is not carried. The names in a
 * list of things are not: they are the same the next time. Bounded in number; for one thread.
 */
public final class CarriedValues {
    private static final int MAX_VALUES = 2_000;
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_DEPTH = 20;
    public static final int MIN_TEXT_LENGTH = 6;
    private static final int MIN_DIGITS = 4;
    private static final int MAX_TEXT_LENGTH = 500;
    private static final int MAX_CONTAINING_LENGTH = 1 << 20;
    private static final String ID = "id";
    private static final String ANY_ID = "_id";

    // Mutable state
    private final Map<Object, Given> given = new Bounded<>();
    private final Map<Object, Boolean> own = new Bounded<>();

    /**
     * A value in a reply.
     *
     * @param part by which a longer text shows that it was made of the value; {@code null} if it may be there by chance
     */
    private record Given(
            int exchange,
            ValuePath path,
            Object value,
            @Nullable String part) {
        CarriedValue carried(ValuePath to, boolean within) {
            return new CarriedValue(exchange, path, to, value, within);
        }
    }

    /**
     * Takes the next request; call it in the order of the recording.
     *
     * @return what of it was carried, in the order of the arguments
     */
    public List<CarriedValue> requested(@Nullable Object arguments) {
        List<CarriedValue> carried = new ArrayList<>();
        Parts.walk(arguments, (path, value) -> {
            CarriedValue found = found(path, value);
            if (found == null) {
                own.put(namedKey(value, path), true);
            } else {
                carried.add(found);
            }
        });
        return carried;
    }

    /**
     * Takes the result of a request's reply, before later requests.
     *
     * @return where in it the values are that may be carried
     */
    public List<ValuePath> replied(int exchange, @Nullable Object result) {
        List<ValuePath> paths = new ArrayList<>();
        Parts.walk(result, (path, value) -> {
            Object key = namedKey(value, path);
            boolean isOwn = isDistinctive(value) && own.containsKey(key);
            if (!isOwn && mayBeCarried(value, path)) {
                Given now = new Given(exchange, path, value, isDistinctive(value) ? Json.text(value) : null);
                give(key, now);
                if (isAnyId(path)) {
                    give(List.of(ANY_ID, value), now);
                }
                paths.add(path);
            }
        });
        return paths;
    }

    private void give(Object key, Given value) {
        given.remove(key); // so that it is the youngest again
        given.put(key, value);
    }

    /** Returns whether a request said this, which can hardly be by chance, before any reply did. */
    public boolean isOwn(Object value) {
        return own.containsKey(key(value));
    }

    private @Nullable CarriedValue found(ValuePath to, Object value) {
        Given origin = given.get(namedKey(value, to));
        if (origin == null && to.name().endsWith(ID)) {
            origin = given.get(namedKey(value, ValuePath.ROOT));
        }
        if (origin == null && to.name().equals(ID)) {
            origin = given.get(List.of(ANY_ID, value));
        }
        if (origin != null && isCarried(value, origin.path(), to) && !own.containsKey(namedKey(value, to))) {
            return origin.carried(to, false);
        }
        return value instanceof String text ? foundWithin(to, text) : null;
    }

    /** A text may have been made of the value: {@code run-4242…}; the longest that it contains counts. */
    private @Nullable CarriedValue foundWithin(ValuePath to, String text) {
        if (!mayContain(text)) {
            return null;
        }
        Given longest = null;
        int length = 0;
        for (Given each : given.values()) {
            String part = each.part();
            if (part != null && part.length() > length && part.length() < text.length() && text.contains(part)) {
                longest = each;
                length = part.length();
            }
        }
        return longest == null ? null : longest.carried(to, true);
    }

    /** An id is the same as an object and as its text. */
    private static Object key(Object value) {
        return value instanceof UUID ? value.toString() : value;
    }

    /** A number or a short text is the same, and the user's own, only under the name by which it was said or given. */
    private static Object namedKey(Object value, ValuePath at) {
        return isDistinctive(value) ? key(value) : List.of(at.name(), value);
    }

    /** What no later request could carry needs no place. */
    public static boolean mayBeCarried(Object value, ValuePath from) {
        if (!Parts.isScalar(value)) {
            return false;
        }
        boolean named = from.steps().size() <= 1 && !(value instanceof String text && text.length() > MAX_TEXT_LENGTH);
        return isDistinctive(value) || named;
    }

    private static boolean isCarried(Object value, ValuePath from, ValuePath to) {
        if (isDistinctive(value)) {
            return true;
        }
        boolean name = value instanceof String || value instanceof Long || value instanceof BigInteger;
        boolean sameName = !from.name().isEmpty()
                && from.steps().size() == 1
                && from.name().equals(to.name());
        boolean asId = (from.isRoot() && to.name().endsWith(ID))
                || (isAnyId(from) && to.name().equals(ID));
        return name && (sameName || asId);
    }

    private static boolean isAnyId(ValuePath from) {
        return from.steps().size() == 1 && from.name().endsWith(ANY_ID);
    }

    private static boolean isDistinctive(Object value) {
        if (value instanceof String text) {
            return text.length() >= MIN_TEXT_LENGTH && text.length() <= MAX_TEXT_LENGTH && hasDigits(text);
        }
        return value instanceof UUID || (value instanceof Bytes bytes && bytes.size() <= MAX_TEXT_LENGTH);
    }

    private static boolean mayContain(String text) {
        return text.length() > MIN_TEXT_LENGTH && text.length() <= MAX_CONTAINING_LENGTH && hasDigits(text);
    }

    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < MIN_DIGITS; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == MIN_DIGITS;
    }

    /** The scalars of a value, with their paths: those that may be carried. */
    private static final class Parts {
        private final BiConsumer<ValuePath, Object> found;

        // Mutable state
        private int left = MAX_PARTS;

        private Parts(BiConsumer<ValuePath, Object> found) {
            this.found = found;
        }

        static void walk(@Nullable Object value, BiConsumer<ValuePath, Object> found) {
            new Parts(found).walk(value, ValuePath.ROOT);
        }

        private void walk(@Nullable Object value, ValuePath path) {
            if (left-- <= 0 || path.steps().size() > MAX_DEPTH) {
                return;
            }
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> {
                    if (key != null) {
                        walk(each, path.then(key));
                    }
                });
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size() && left > 0; i++) {
                    walk(list.get(i), path.then(i));
                }
            } else if (value != null && isScalar(value)) {
                found.accept(path, value);
            }
        }

        private static boolean isScalar(@Nullable Object value) {
            return value instanceof String
                    || value instanceof Long
                    || value instanceof BigInteger
                    || value instanceof UUID
                    || value instanceof Bytes;
        }
    }

    /** A map that forgets the oldest. */
    private static final class Bounded<V> extends LinkedHashMap<Object, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
            return size() > MAX_VALUES;
        }
    }
}
