package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.BroadcastListener;
import io.github.hubsh.core.hub.Hub;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A hub in this process. However often it is asked, it is disturbed a few times a second at the most. */
final class RunningWatchedHub implements WatchedHub {
    private static final long MAX_AGE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Hub hub;

    // Mutable state, guarded by this
    private @Nullable HubSnapshot last;
    private long takenAt;

    RunningWatchedHub(Hub hub) {
        this.hub = hub;
    }

    @Override
    public synchronized HubSnapshot snapshot() {
        HubSnapshot known = last;
        long now = System.nanoTime();
        if (known == null || now - takenAt >= MAX_AGE) {
            known = new HubSnapshot(
                    hub.name(), hub.queryUri(), hub.statistics(), hub.traffic(), hub.plugins(), hub.cluster());
            last = known;
            takenAt = now;
        }
        return known;
    }

    @Override
    public void afterTurn(Runnable task) {
        hub.afterTurn(task);
    }

    @Override
    public void addListener(BroadcastListener listener) {
        hub.addListener(listener);
    }

    @Override
    public void removeListener(BroadcastListener listener) {
        hub.removeListener(listener);
    }
}
