package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a snapshot, which come in any order, several times, or not at all. */
final class SnapshotPages {
    private static final int MAX_PAGES = 1000;

    /** More than the plugins and prefixes that are known of one hub; what goes beyond is left out. */
    private static final int MAX_ENTRIES = 12_000;

    // Mutable state
    private long version = -1;
    private int pages;
    private final BitSet come = new BitSet();
    private final List<ClusterEntry> entries = new ArrayList<>();

    /** Adds a part, and returns the whole when it is complete. */
    @Nullable
    List<ClusterEntry> add(Snapshot part) {
        long partVersion = part.state().version();
        if (partVersion < version || part.pages() > MAX_PAGES || part.page() < 0 || part.page() >= part.pages()) {
            return null;
        }
        if (partVersion > version || part.pages() != pages) {
            clear();
            version = partVersion;
            pages = part.pages();
        }
        if (come.get(part.page())) {
            return null;
        }
        come.set(part.page());
        int room = Math.min(MAX_ENTRIES - entries.size(), part.entries().size());
        entries.addAll(part.entries().subList(0, room));
        if (come.cardinality() < pages) {
            return null;
        }
        List<ClusterEntry> whole = List.copyOf(entries);
        clear();
        return whole;
    }

    private void clear() {
        version = -1;
        pages = 0;
        come.clear();
        entries.clear();
    }
}
