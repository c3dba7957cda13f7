package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.CarriedValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ids that stand for the same thing in a recording and in its replay: those that were carried over, and UUIDs that both
 * runs made up. A UUID that has got its counterpart has to have the same one wherever it comes again, and one that a
 * request named has to come back as it was sent. Bounded in number; for one thread.
 */
public final class RenamedIds {
    private static final int MAX_IDS = 20_000;
    private static final int MAX_CARRIED = 2_000;

    private final Predicate<Object> named;

    // Mutable state
    private final Map<String, String> nowOf = new HashMap<>();
    private final Map<String, String> recordedOf = new HashMap<>();
    private final Map<Object, Carried> carried = new LinkedHashMap<>();

    /** What a carried value is now, and the names under which it stands. */
    private record Carried(Object now, Set<String> names) {}

    /** @param named whether a request has said such a value by itself */
    public RenamedIds(Predicate<Object> named) {
        this.named = named;
    }

    /** Takes a value that a later request used, and what it uses now. */
    public void carried(CarriedValue value, Object fresh) {
        if (carried.size() < MAX_CARRIED || carried.containsKey(value.recorded())) {
            Set<String> names =
                    Set.copyOf(List.of(value.from().name(), value.to().name()));
            carried.put(value.recorded(), new Carried(fresh, names));
        }
    }

    /** Returns whether a recorded value was carried over as that one, where it stands under that name. */
    boolean isCarried(Object recorded, Object now, String name) {
        Carried known = carried.get(recorded);
        boolean distinctive = PythonEquality.isUuid(recorded);
        return known != null
                && (distinctive || known.names().contains(name))
                && Json.text(known.now()).equals(Json.text(now));
    }

    /** Returns whether two UUIDs may stand for the same thing; from now on they do. */
    boolean areSame(String recorded, String now) {
        String before = recorded.toLowerCase(Locale.ROOT);
        String after = now.toLowerCase(Locale.ROOT);
        if (before.equals(after)) {
            return true;
        }
        Carried known = carried.get(recorded);
        String counterpart = known == null ? nowOf.get(before) : Json.text(known.now());
        if (counterpart != null) {
            return counterpart.equals(after);
        } else if (named.test(recorded) || recordedOf.containsKey(after)) {
            return false;
        }
        if (nowOf.size() < MAX_IDS) {
            nowOf.put(before, after);
            recordedOf.put(after, before);
        }
        return true;
    }

    /** Returns a recorded text with all that was carried in it as it is now. */
    String renamed(String text) {
        String renamed = text;
        for (Map.Entry<Object, Carried> each : carried.entrySet()) {
            if (each.getKey() instanceof String part && part.length() >= CarriedValues.MIN_TEXT_LENGTH) {
                renamed = renamed.replace(part, Json.text(each.getValue().now()));
            }
        }
        return renamed;
    }
}
