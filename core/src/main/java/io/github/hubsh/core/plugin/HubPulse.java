package io.github.hubsh.core.plugin;

import java.util.concurrent.TimeUnit;

/**
 * Decides when a silent hub is asked for a sign of life, and when it is given up. Everything that it sends is a sign of
 * life. Times are in nanoseconds, from any origin.
 *
 * <p>The question is a request, not a PING of ZMTP: libzmq before 4.2 hands a PING to the hub as though it were a
 * message, and an answer to a request also says that the hub's own loop still turns.
 */
final class HubPulse {
    /** How long the hub may be silent before it is asked, and between two questions, in nanoseconds. */
    static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

    /** How many questions may stay without an answer: a hub of the field works on one thread, and may be busy. */
    static final int MAX_UNANSWERED = 5;

    // Mutable state, the connection's owner's
    private long lastHeardOrAsked;
    private int unanswered;

    /** What is due. */
    enum Verdict {
        WAIT,
        ASK,
        GIVE_UP
    }

    HubPulse(long now) {
        this.lastHeardOrAsked = now;
    }

    /** The hub has sent something. */
    void received(long now) {
        lastHeardOrAsked = now;
        unanswered = 0;
    }

    /** Returns what is due. A question that is due counts as sent. */
    Verdict tick(long now) {
        if (now - nextDeadline() < 0) {
            return Verdict.WAIT;
        }
        if (unanswered == MAX_UNANSWERED) {
            return Verdict.GIVE_UP;
        }
        unanswered++;
        lastHeardOrAsked = now;
        return Verdict.ASK;
    }

    /**
     * Returns when {@link #tick} is due next: each question has its whole interval, even where this process has slept
     * for several of them.
     */
    long nextDeadline() {
        return lastHeardOrAsked + INTERVAL;
    }
}
