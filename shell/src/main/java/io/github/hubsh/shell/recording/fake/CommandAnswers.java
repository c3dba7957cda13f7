package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.ComparableValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one command of a plugin once replied, by the arguments of the request. Guarded by its {@link PluginAnswers}. */
final class CommandAnswers {
    private static final int MAX_COMPARED = 10_000;

    /** Stands for a value that a reply gave: another run has another one there. */
    private static final String CARRIED = "(carried)";

    // Mutable state
    private final Map<Object, AnswerSequence> byArguments = new LinkedHashMap<>();
    private final Map<Object, AnswerSequence> byOthers = new HashMap<>();
    private final Set<List<ValuePath>> carriedPlaces = new LinkedHashSet<>();

    /** The nearest recorded arguments, and what is different in them. */
    record Nearest(AnswerSequence answers, ArgumentDifference difference) {}

    void add(Map<?, ?> arguments, List<CarriedValue> carried, RecordedAnswer answer) {
        AnswerSequence sequence = byArguments.computeIfAbsent(
                ComparableValue.of(arguments), key -> new AnswerSequence(arguments, origins(carried)));
        sequence.add(answer);
        List<ValuePath> places = carried.stream().map(CarriedValue::to).toList();
        if (!places.isEmpty()) {
            carriedPlaces.add(places);
            byOthers.putIfAbsent(keyOfOthers(arguments, places), sequence);
        }
    }

    /** Returns the answers to a request with these arguments, but for values that a reply gave; or {@code null}. */
    @Nullable
    AnswerSequence find(Map<?, ?> arguments) {
        AnswerSequence same = byArguments.get(ComparableValue.of(arguments));
        if (same != null) {
            return same;
        }
        for (List<ValuePath> places : carriedPlaces) {
            AnswerSequence other = byOthers.get(keyOfOthers(arguments, places));
            if (other != null) {
                return other;
            }
        }
        return null;
    }

    /** Returns the recorded request whose arguments differ least from these. */
    Nearest nearest(Map<?, ?> arguments) {
        Nearest nearest = null;
        int compared = 0;
        for (AnswerSequence each : byArguments.values()) {
            ArgumentDifference difference = ArgumentDifference.of(arguments, each.arguments);
            if (nearest == null || difference.distance() < nearest.difference().distance()) {
                nearest = new Nearest(each, difference);
            }
            if (++compared >= MAX_COMPARED) {
                break;
            }
        }
        if (nearest == null) {
            throw new IllegalStateException("a command without an answer");
        }
        return nearest;
    }

    Collection<AnswerSequence> all() {
        return byArguments.values();
    }

    private static Object keyOfOthers(Map<?, ?> arguments, List<ValuePath> places) {
        Object masked = arguments;
        for (ValuePath place : places) {
            masked = place.replaced(masked, CARRIED);
        }
        List<Object> key = new ArrayList<>(places);
        key.add(ComparableValue.of(masked));
        return key;
    }

    private static Set<Integer> origins(List<CarriedValue> carried) {
        Set<Integer> origins = new LinkedHashSet<>();
        carried.forEach(value -> origins.add(value.exchange()));
        return origins;
    }
}
