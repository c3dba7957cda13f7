package io.github.hubsh.core.transport;

import java.util.concurrent.TimeUnit;

/** When a socket connects again: soon after the first loss, later after each failure. Times in nanoseconds. */
final class ReconnectPauses {
    private static final long MIN_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MAX_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    // Mutable state, the owner's
    private long pause = MIN_PAUSE;
    private long due;

    ReconnectPauses(long now) {
        due = now;
    }

    /** Returns when to connect. */
    long due() {
        return due;
    }

    /** The connection did not come about, or was lost. */
    void failed(long now) {
        due = now + pause;
        pause = Math.min(MAX_PAUSE, 2 * pause);
    }

    /** The connection works. */
    void succeeded() {
        pause = MIN_PAUSE;
    }
}
