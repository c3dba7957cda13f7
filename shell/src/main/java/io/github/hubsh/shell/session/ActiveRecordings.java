package io.github.hubsh.shell.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The recordings that run in this shell. May be used from any thread. */
public final class ActiveRecordings {
    private final List<ActiveRecording> running = new CopyOnWriteArrayList<>();

    // Mutable state
    private volatile Runnable onChange = () -> {};

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
        onChange.run();
    }

    public void remove(ActiveRecording ended) {
        if (running.remove(ended)) {
            onChange.run();
        }
    }

    /** Sets what is called, on any thread, when one has begun or ended. */
    public void onChange(Runnable listener) {
        onChange = listener;
    }
}
