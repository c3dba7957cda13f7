package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a part stands in a value.
 *
 * @param steps from the outside: a key of a dict, or an {@link Integer} for the place in a list
 */
public record ValuePath(List<Object> steps) {
    public static final ValuePath ROOT = new ValuePath(List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    public ValuePath {
        steps = List.copyOf(steps);
    }

    /** Returns the path of a part of what this leads to. */
    public ValuePath then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ValuePath(longer);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** Returns the last key, or an empty text where the path ends in a list, or is that of the whole value. */
    public String name() {
        Object last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        return last instanceof String key ? key : "";
    }

    /** Returns the part, or {@code null} where there is none. */
    public @Nullable Object in(@Nullable Object value) {
        Object part = value;
        for (Object step : steps) {
            if (part instanceof Map<?, ?> map) {
                part = map.get(step);
            } else if (part instanceof List<?> list && step instanceof Integer index && index < list.size()) {
                part = list.get(index);
            } else {
                return null;
            }
        }
        return part;
    }

    /** Returns a copy of the value with another part here; the value itself where it has no such place. */
    public @Nullable Object replaced(@Nullable Object value, @Nullable Object part) {
        return replaced(value, part, 0);
    }

    private @Nullable Object replaced(@Nullable Object value, @Nullable Object part, int depth) {
        if (depth == steps.size()) {
            return part;
        }
        Object step = steps.get(depth);
        if (value instanceof Map<?, ?> map && map.containsKey(step)) {
            Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            copy.put(step, replaced(map.get(step), part, depth + 1));
            return copy;
        } else if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            copy.set(index, replaced(list.get(index), part, depth + 1));
            return value instanceof Tuple ? Tuple.copyOf(copy) : copy;
        }
        return value;
    }

    /**
     * Returns the path as {@code $name.path} and jq have it: {@code .experiment.id}, {@code [0]}; empty for the root.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else if (step instanceof String key && NAME.matcher(key).matches()) {
                text.append('.').append(key);
            } else {
                text.append('[').append(Json.write(step)).append(']');
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
