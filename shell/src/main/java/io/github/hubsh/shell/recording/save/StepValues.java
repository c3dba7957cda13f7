package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.CarriedValues;
import io.github.hubsh.shell.recording.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values the steps of a script hand on to later ones. */
final class StepValues {
    private final Map<Integer, List<CarriedValue>> into = new HashMap<>();
    private final Map<Integer, Set<ValuePath>> from = new HashMap<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();

    StepValues(List<Step> steps) {
        CarriedValues values = new CarriedValues();
        for (int i = 0; i < steps.size(); i++) {
            SentRequest request = steps.get(i).sent();
            if (request == null) {
                continue;
            }
            for (CarriedValue each : values.requested(request.data())) {
                into.computeIfAbsent(i, step -> new ArrayList<>()).add(each);
                from.computeIfAbsent(each.exchange(), step -> new HashSet<>()).add(each.from());
                Step origin = steps.get(each.exchange());
                String named = origin.named();
                names.putIfAbsent(
                        each.exchange(),
                        named != null ? named : each.from().isRoot() ? each.to().name() : lastWord(origin));
            }
            if (steps.get(i).answered() instanceof StepAnswer.Value answer) {
                values.replied(i, answer.value());
            }
        }
    }

    /** Returns the values of earlier results that a step uses. */
    List<CarriedValue> into(int step) {
        return into.getOrDefault(step, List.of());
    }

    /** Returns which parts of a step's result later steps use. */
    Set<ValuePath> from(int step) {
        return from.getOrDefault(step, Set.of());
    }

    /**
     * Returns what the result of a step is about, as a name in any spelling, by the step; only of those that are used.
     */
    Map<Integer, String> names() {
        return names;
    }

    /** {@code run_active_experiment} returns an experiment. */
    static String lastWord(Step step) {
        SentRequest request = step.sent();
        String command = request == null ? "" : request.command();
        String words = command.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        String[] parts = words.split("[^\\p{L}\\p{N}]+", -1);
        return parts.length < 2 ? "reply" : parts[parts.length - 1];
    }
}
