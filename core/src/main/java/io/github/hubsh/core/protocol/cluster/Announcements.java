package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this hub announces of itself: what is to be said, what was said last, and all that holds. */
final class Announcements {
    /** How many entries a message has at most: of the longest names they take 150 KB. */
    static final int MAX_ENTRIES = 500;

    /** How many of the last entries are kept for those that have missed some. */
    private static final int LOG_ENTRIES = 4096;

    private final HubStart self;

    // Mutable state
    private final Map<Subject, ClusterEntry> holds = new LinkedHashMap<>();
    private final Map<Subject, ClusterEntry> unsaid = new LinkedHashMap<>();
    private final Deque<ClusterEntry> log = new ArrayDeque<>();
    private long version;
    private long digest;

    /** What an entry is about. */
    private record Subject(boolean plugin, String text) {
        static Subject of(ClusterEntry entry) {
            return new Subject(entry.isPlugin(), entry.text());
        }
    }

    Announcements(HubStart self) {
        this.self = self;
    }

    State state() {
        return new State(version, digest);
    }

    /** Something is to be announced. It takes the place of what was to be said of the same before. */
    void add(ClusterEntry entry) {
        unsaid.put(Subject.of(entry), entry);
    }

    boolean isAnythingUnsaid() {
        return !unsaid.isEmpty();
    }

    /** Returns what is to be said now. */
    List<Changes> take() {
        List<Changes> all = new ArrayList<>();
        List<ClusterEntry> entries = new ArrayList<>();
        long base = version;
        for (ClusterEntry entry : unsaid.values()) {
            if (say(entry)) {
                entries.add(entry);
            }
            if (entries.size() == MAX_ENTRIES) {
                all.add(new Changes(self, base, entries));
                entries.clear();
                base = version;
            }
        }
        unsaid.clear();
        if (!entries.isEmpty()) {
            all.add(new Changes(self, base, entries));
        }
        return all;
    }

    /** Returns what follows the first entries, or {@code null} if too many have been said since. */
    @Nullable
    Changes since(long first) {
        long missed = version - first;
        if (first < 0 || missed < 0 || missed > log.size() || missed > MAX_ENTRIES) {
            return null;
        }
        List<ClusterEntry> entries = log.stream().skip(log.size() - missed).toList();
        return new Changes(self, first, entries);
    }

    /** Returns all that holds, in parts. */
    List<Snapshot> all() {
        List<ClusterEntry> entries = List.copyOf(holds.values());
        int pages = Math.max(1, (entries.size() + MAX_ENTRIES - 1) / MAX_ENTRIES);
        List<Snapshot> parts = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            int to = Math.min(entries.size(), (page + 1) * MAX_ENTRIES);
            parts.add(new Snapshot(
                    self, new State(version, digest), page, pages, entries.subList(page * MAX_ENTRIES, to)));
        }
        return parts;
    }

    /** Whether this is news. */
    private boolean say(ClusterEntry entry) {
        Subject subject = Subject.of(entry);
        ClusterEntry before = entry.isEnd() ? holds.remove(subject) : holds.put(subject, entry);
        if (entry.equals(before) || (before == null && entry.isEnd())) {
            return false;
        }
        digest = entry.addTo(digest);
        version++;
        log.addLast(entry);
        if (log.size() > LOG_ENTRIES) {
            log.removeFirst();
        }
        return true;
    }
}
