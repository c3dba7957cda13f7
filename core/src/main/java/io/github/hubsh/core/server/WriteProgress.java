package io.github.hubsh.core.server;

/** Watches whether a peer reads. It has no clock. */
final class WriteProgress {
    private final long timeout;

    // Mutable state, the loop's
    private long lastGone;
    private long lastUnsent;
    private long since;

    /** @param timeout how long the peer may read nothing of what waits for it, in nanoseconds */
    WriteProgress(long timeout, long now) {
        this.timeout = timeout;
        this.since = now;
    }

    /**
     * Returns whether the peer reads no more.
     *
     * @param gone what tells one write from the next: any change means that the peer reads
     * @param unsent how many bytes wait
     */
    boolean isStuck(long gone, long unsent, long now) {
        // What has begun to wait since the last question may be new.
        if (unsent == 0 || lastUnsent == 0 || gone != lastGone || unsent < lastUnsent) {
            since = now;
        }
        lastGone = gone;
        lastUnsent = unsent;
        return now - since >= timeout;
    }
}
