package io.github.hubsh.shell.live;

import io.github.hubsh.core.plugin.BroadcastLossListener;
import io.github.hubsh.shell.session.network.MissedBroadcasts;

/** Counts what a listener misses, until that is taken to be said. Thread-safe. */
final class MissedCount {
    // Mutable state, guarded by this
    private volatile MissedBroadcasts missed = MissedBroadcasts.NONE;

    boolean isNone() {
        return missed.areNone();
    }

    /** One did not fit into this shell. */
    synchronized void inShell() {
        missed = new MissedBroadcasts(missed.inShell() + 1, missed.atHub(), missed.gaps());
    }

    /** The hub has lost so many, or {@link BroadcastLossListener#UNKNOWN}. */
    synchronized void atHub(long count) {
        missed = count == BroadcastLossListener.UNKNOWN
                ? new MissedBroadcasts(missed.inShell(), missed.atHub(), missed.gaps() + 1)
                : new MissedBroadcasts(missed.inShell(), missed.atHub() + count, missed.gaps());
    }

    /** Returns what was counted, and begins again. */
    synchronized MissedBroadcasts take() {
        MissedBroadcasts taken = missed;
        missed = MissedBroadcasts.NONE;
        return taken;
    }
}
