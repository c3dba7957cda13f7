package io.github.hubsh.shell.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of plugins without the leading segments that are not needed to tell them apart. Bounded. */
final class ShortNames {
    private static final int MAX_NAMES = 10_000;
    private static final int MAX_SEGMENTS = 20;

    // Mutable state
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> endings = new HashMap<>();

    void add(String name) {
        if (names.size() < MAX_NAMES && names.add(name)) {
            int segments = 0;
            for (int from = name.length(); from >= 0 && segments++ < MAX_SEGMENTS; from = previous(name, from)) {
                endings.merge(ending(name, from), 1, Integer::sum);
            }
        }
    }

    /** Returns the last segment, or as many of the last ones as no other name ends with. */
    String of(String name) {
        add(name);
        int segments = 0;
        for (int from = previous(name, name.length());
                from >= 0 && segments++ < MAX_SEGMENTS;
                from = previous(name, from)) {
            String ending = ending(name, from);
            if (!ending.isEmpty() && endings.getOrDefault(ending, 2) == 1) {
                return ending;
            }
        }
        return name;
    }

    /** Returns where the dot before this place is, 0 for the beginning of the name, -1 before that. */
    private static int previous(String name, int from) {
        return from <= 0 ? -1 : Math.max(0, name.lastIndexOf('.', from - 1));
    }

    private static String ending(String name, int from) {
        return from > 0 && from < name.length() ? name.substring(from + 1) : from == 0 ? name : "";
    }
}
