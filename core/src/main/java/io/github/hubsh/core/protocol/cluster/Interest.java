package io.github.hubsh.core.protocol.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who wants which broadcasts: the subscribers here, as prefixes of which none covers another, and other hubs. A
 * broadcast is sent once for each prefix that some other hub wants.
 */
final class Interest {
    /** How many prefixes a hub announces; if its subscribers want more, it announces that it wants everything. */
    static final int MAX_PREFIXES = 256;

    private static final int MAX_CACHED_SOURCES = 10_000;

    // Mutable state
    private final TreeMap<String, Integer> wantedHere = new TreeMap<>();
    private Set<String> announced = Set.of();
    private boolean changed;
    private final Map<String, Integer> wantedByOthers = new HashMap<>();
    private final Map<String, List<String>> bySource = new HashMap<>();

    /** A subscriber here wants broadcasts, or no longer. */
    void want(String prefix, boolean wanted) {
        changed |= wanted ? wantedHere.merge(prefix, 1, Integer::sum) == 1 : countDown(prefix);
    }

    private boolean countDown(String prefix) {
        return wantedHere.computeIfPresent(prefix, (text, count) -> count == 1 ? null : count - 1) == null;
    }

    boolean isChanged() {
        return changed;
    }

    /** Announces what is wanted here. The broadcasts are subscribed to before others hear that they are wanted. */
    List<ClusterAction> announce(Announcements announcements) {
        Set<String> before = announced;
        Set<String> wanted = takeWanted();
        List<ClusterAction> actions = new ArrayList<>();
        for (String prefix : wanted) {
            if (!before.contains(prefix)) {
                actions.add(new ClusterAction.Subscribe(prefix));
                announcements.add(new ClusterEntry(ClusterEntry.Kind.WANTED, prefix, 0));
            }
        }
        for (String prefix : before) {
            if (!wanted.contains(prefix)) {
                actions.add(new ClusterAction.Unsubscribe(prefix));
                announcements.add(new ClusterEntry(ClusterEntry.Kind.UNWANTED, prefix, 0));
            }
        }
        return actions;
    }

    /** Returns what is wanted here, with as few prefixes as say it. */
    private Set<String> takeWanted() {
        changed = false;
        Set<String> fewest = new TreeSet<>();
        String covering = null;
        for (String prefix : wantedHere.keySet()) {
            if (covering == null || !prefix.startsWith(covering)) {
                covering = prefix;
                fewest.add(prefix);
            }
        }
        announced = fewest.size() > MAX_PREFIXES ? Set.of("") : fewest;
        return announced;
    }

    /** Another hub wants broadcasts, or no longer. */
    void change(Member member, String prefix, boolean wanted) {
        if (wanted ? !member.prefixes.add(prefix) : !member.prefixes.remove(prefix)) {
            return;
        }
        wantedByOthers.merge(prefix, wanted ? 1 : -1, (count, change) -> count + change == 0 ? null : count + change);
        bySource.clear();
    }

    /** Returns the prefixes under which broadcasts of this source are wanted by other hubs. */
    List<String> of(String source) {
        if (wantedByOthers.isEmpty()) {
            return List.of();
        }
        List<String> known = bySource.get(source);
        if (known == null) {
            known = wantedByOthers.keySet().stream()
                    .filter(source::startsWith)
                    .sorted()
                    .toList();
            if (bySource.size() >= MAX_CACHED_SOURCES) {
                bySource.clear();
            }
            bySource.put(source, known);
        }
        return known;
    }
}
