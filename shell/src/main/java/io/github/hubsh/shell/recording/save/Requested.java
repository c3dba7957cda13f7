package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.recording.CarriedValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests have said so far: values with their names. What comes back of it is no news. For one thread. */
final class Requested {
    private static final int MAX_VALUES = 10_000;
    private static final int MAX_DEPTH = 20;

    // Mutable state
    private final Set<List<Object>> values = new HashSet<>();

    /** Takes the arguments of a request, without those that an earlier reply gave. */
    void add(@Nullable Object arguments, List<CarriedValue> carried) {
        Object own = arguments;
        for (CarriedValue each : carried) {
            own = each.to().replaced(own, null);
        }
        add("", own, 0);
    }

    /** Returns whether a request has said that. */
    boolean has(String name, @Nullable Object value) {
        return value != null && values.contains(List.of(name, comparable(value)));
    }

    private void add(String name, @Nullable Object value, int depth) {
        if (value == null || depth > MAX_DEPTH || values.size() > MAX_VALUES) {
            return;
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> add(String.valueOf(key), each, depth + 1));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> add("", each, depth + 1));
        } else {
            values.add(List.of(name, comparable(value)));
        }
    }

    /** A plugin may answer 20.0 to 20, and the text of a UUID. */
    private static Object comparable(Object value) {
        return value instanceof Number number
                ? (Object) number.doubleValue()
                : value instanceof UUID id ? id.toString() : value;
    }
}
