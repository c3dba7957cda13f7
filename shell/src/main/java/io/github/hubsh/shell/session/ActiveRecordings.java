package io.github.hubsh.shell.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The recordings that run in this shell. May be used from any thread. */
public final class ActiveRecordings {
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
