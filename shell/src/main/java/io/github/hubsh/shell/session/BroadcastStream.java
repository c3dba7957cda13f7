package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Broadcasts as they arrive, until closed. For one thread. */
public interface BroadcastStream extends AutoCloseable {
    /**
     * Waits for the next one.
     *
     * @return {@code null} if none came in time
     * @throws ShellException INTERRUPTED, HUB_LOST
     */
    @Nullable
    TimedBroadcast next(Duration wait);

    /** Returns how many could not be kept since the last call; 0 while others still wait to be taken. */
    long missed();

    @Override
    void close();
}
