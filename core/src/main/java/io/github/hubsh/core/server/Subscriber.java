package io.github.hubsh.core.server;

/** A peer of a publishing socket: what it wants, and what it has lost. On the loop. */
final class Subscriber {
    private final SubscribedPrefixes prefixes;

    // Mutable state, the loop's
    private boolean wantsNotices;
    private long lost;

    Subscriber(ServerLimits limits) {
        this.prefixes = new SubscribedPrefixes(limits);
    }

    SubscribedPrefixes prefixes() {
        return prefixes;
    }

    /** From now on what it loses is counted for a notice, or no longer. */
    void wantNotices(boolean wanted) {
        wantsNotices = wanted;
        lost = 0;
    }

    void lose() {
        lost += wantsNotices ? 1 : 0;
    }

    /** Returns how many messages it has lost since the last notice; 0 if it wants none. */
    long lost() {
        return lost;
    }

    /** The notice is sent. */
    void noticed() {
        lost = 0;
    }
}
