package io.github.hubsh.shell.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A jq expression that only picks a part of a value: {@code .states.e43}, {@code .runs[0]["Voltage (V)"]}. The part
 * keeps its type, which the JSON that jq works on would change.
 *
 * @param steps keys as texts, and places in lists as integers
 */
record PickedPart(List<Object> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\.?\\[(?:\"([^\"\\\\]*)\"|(-?[0-9]{1,9}))]");

    PickedPart {
        steps = List.copyOf(steps);
    }

    /** Returns what an expression picks, or {@code null} if it does more, or picks nothing. */
    static @Nullable PickedPart of(String expression) {
        String path = expression.strip();
        Matcher matcher = STEP.matcher(path);
        List<Object> steps = new ArrayList<>();
        while (path.startsWith(".") && matcher.lookingAt()) {
            String key = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            steps.add(key != null ? key : Integer.valueOf(matcher.group(3)));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return steps.isEmpty() || matcher.regionStart() < matcher.regionEnd() ? null : new PickedPart(steps);
    }

    /** Returns the part of a value; empty where it is null, or not to be found in dicts of text keys and in lists. */
    Optional<Object> in(@Nullable Object value) {
        Object part = value;
        for (Object step : steps) {
            part = part(part, step);
        }
        return Optional.ofNullable(part);
    }

    private static @Nullable Object part(@Nullable Object value, Object step) {
        if (step instanceof String && value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance) ? map.get(step) : null;
        }
        if (step instanceof Integer place && value instanceof List<?> list) {
            int index = place < 0 ? list.size() + place : place;
            return index >= 0 && index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
