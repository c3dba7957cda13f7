package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.SubscriptionHandshake;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The recordings that run in this shell. May be used from any thread. */
public final class ActiveRecordings {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final List<ActiveRecording> running = new CopyOnWriteArrayList<>();

    // Mutable state
    private volatile @Nullable Runnable onChange;

    /** Returns what runs, oldest first. */
    public List<ActiveRecording> all() {
        return List.copyOf(running);
    }

    public boolean areNone() {
        return running.isEmpty();
    }

    /** Adds one that has begun to listen. */
    public void add(ActiveRecording recording) {
        running.add(recording);
        changed();
    }

    public void remove(ActiveRecording ended) {
        if (running.remove(ended)) {
            changed();
        }
    }

    /**
     * As {@link #stopAll()}, when all is heard that the hub has published of what was sent before.
     *
     * @param network {@code null} if none is joined
     */
    public List<ActiveRecording> stopAll(@Nullable Network network) {
        List<ActiveRecording> ending = all();
        if (network != null && !ending.isEmpty()) {
            HubIdentity own = network.identity();
            ending.forEach(each -> each.leaveOut(own));
            SubscriptionHandshake.catchUp(network);
        }
        return stopAll();
    }

    /**
     * Stops all, and waits until what they have heard is in their files.
     *
     * @return those that ran, oldest first
     * @throws io.github.hubsh.shell.word.ShellException INTERRUPTED
     */
    public List<ActiveRecording> stopAll() {
        List<ActiveRecording> ending = all();
        ending.forEach(ActiveRecording::stop);
        for (ActiveRecording each : ending) {
            if (each.awaitEnd(STOP_TIMEOUT)) {
                remove(each); // its own thread may be late
            }
        }
        return ending;
    }

    /** Sets what is called, on any thread, when one has begun or ended. */
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    private void changed() {
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }
}
