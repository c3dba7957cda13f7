package io.github.hubsh.shell.session.memory;

import java.time.Duration;

/** A recording that runs. May be used from any thread. */
public interface ActiveRecording {
    RecordingTotals totals();

    /** Asks it to end, and does not wait for that. */
    void stop();

    /**
     * Waits until everything is in its files.
     *
     * @return whether that has happened in time
     * @throws io.github.hubsh.shell.word.ShellException INTERRUPTED
     */
    boolean awaitEnd(Duration timeout);
}
