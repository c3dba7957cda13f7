package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Broadcasts as they arrive, until closed. For one thread. */
public interface BroadcastStream extends AutoCloseable {
    /**
     * Waits for the next one.
     *
     * @return {@code null} if none came in time, or something happened to the hub
     * @throws ShellException INTERRUPTED; HUB_LOST if the hub is lost and not back in time
     */
    @Nullable
    TimedBroadcast next(Duration wait);

    /** Returns what {@link #next} has found to have happened to the hub since the last call, oldest first. */
    List<HubEvent> hubEvents();

    /** Whether {@link #next} would return at once. */
    boolean isReady();

    /** Returns what was missed since the last call; in a flood not at once, so that it is not said too often. */
    MissedBroadcasts missed();

    /** Returns what was missed since the last call, and not more than once: nothing more is taken. */
    MissedBroadcasts lastMissed();

    @Override
    void close();
}
