package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.recording.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a plugin gave twice under one name, and not the same: what is left in a pump, how often something was
 * asked for. They go on from where the session has left them, so a test cannot know them.
 */
final class ChangingNumbers {
    private static final double SAME = 0.01;

    private final Map<List<Object>, Number> seen = new HashMap<>();
    private final Set<List<Object>> changing = new HashSet<>();

    ChangingNumbers(List<Step> steps) {
        for (Step step : steps) {
            SentRequest request = step.sent();
            if (request != null && step.answered() instanceof StepAnswer.Value answer) {
                replied(request, answer.value());
            }
        }
    }

    /** Returns the places of such numbers in the results of a request. */
    Set<ValuePath> in(SentRequest request, @Nullable Object result) {
        Set<ValuePath> places = new HashSet<>();
        if (result instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name != null && value instanceof Number && changing.contains(key(request, name, value))) {
                    places.add(ValuePath.ROOT.then(name));
                }
            });
        } else if (result instanceof Number && changing.contains(key(request, "", result))) {
            places.add(ValuePath.ROOT);
        }
        return places;
    }

    private void replied(SentRequest request, @Nullable Object result) {
        if (result instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name != null && value instanceof Number number) {
                    replied(key(request, name, number), number);
                }
            });
        } else if (result instanceof Number number) {
            replied(key(request, "", number), number);
        }
    }

    private void replied(List<Object> key, Number number) {
        Number before = seen.putIfAbsent(key, number);
        if (before != null && !isSame(before.doubleValue(), number.doubleValue())) {
            changing.add(key);
        }
    }

    private static boolean isSame(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= SAME * Math.max(Math.abs(one), Math.abs(other));
    }

    /** What is measured may be in several replies. What is counted is the same for the same request only. */
    private static List<Object> key(SentRequest request, Object name, Object value) {
        List<Object> key = new ArrayList<>(List.of(request.target(), name));
        if (!(value instanceof Double)) {
            key.add(request.command());
            key.add(Objects.requireNonNullElse(request.data(), ""));
        } else if (name.equals("")) {
            key.add(request.command());
        }
        return key;
    }
}
