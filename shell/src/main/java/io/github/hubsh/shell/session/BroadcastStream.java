package io.github.hubsh.shell.session;

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

    /** Returns how many could not be kept since the last call; 0 while others still wait to be taken. */
    long missed();

    @Override
    void close();
}
