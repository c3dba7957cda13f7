package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.network.HubIdentity;
import java.time.Duration;

/** A recording that runs. May be used from any thread. */
public interface ActiveRecording {
    RecordingTotals totals();

    /** Lets it leave out what this shell and its hub say to each other from now on: only its end needs that. */
    void leaveOut(HubIdentity own);

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
