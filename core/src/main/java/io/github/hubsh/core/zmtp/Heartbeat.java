package io.github.hubsh.core.zmtp;

/**
 * Decides, for a connection in traffic, when to send a PING and when the peer is dead (37/ZMTP, "Connection
 * Heartbeating"). Any byte of the peer is a sign of life.
 *
 * <p>A peer that has never answered a PING may not know the command. It gets no more than a few, and is never taken for
 * dead here; TCP has to judge it. All times are in nanoseconds, from any origin.
 */
public final class Heartbeat {
    /** What to do about the peer. */
    public enum Verdict {
        WAIT,
        SEND_PING,
        DEAD
    }

    private static final long NEVER = Long.MAX_VALUE;
    private static final long NANOS_PER_TENTH = 100_000_000L;

    private final long interval;
    private final int maxMissed;

    // Mutable state, the connection's owner's
    private long lastReceived;
    private long lastAsked;
    private long ttlDeadline = NEVER;
    private int unanswered;
    private boolean answers;

    /**
     * @param interval how long the peer may be silent before it is asked, and between two questions
     * @param maxMissed how many questions without an answer mean that it is dead
     */
    public Heartbeat(long interval, int maxMissed, long now) {
        if (interval < 1 || maxMissed < 1) {
            throw new IllegalArgumentException("the interval and the number of missed answers are at least 1");
        }
        this.interval = interval;
        this.maxMissed = maxMissed;
        this.lastReceived = now;
        this.lastAsked = now;
    }

    /** Bytes have come, of any kind. Call this before you act on them. */
    public void received(long now) {
        lastReceived = now;
        ttlDeadline = NEVER;
        unanswered = 0;
    }

    /** A PONG has come: from now on the peer's silence means something. */
    public void pong() {
        answers = true;
    }

    /** A PING has come, which may say how soon the peer will be heard of again. */
    public void ping(Command.Ping ping) {
        ttlDeadline = ping.ttlTenths() == 0 ? NEVER : lastReceived + ping.ttlTenths() * NANOS_PER_TENTH;
    }

    /** Returns what is due. A PING that is due counts as sent. */
    public Verdict tick(long now) {
        if (now >= ttlDeadline) {
            return Verdict.DEAD;
        }
        if (now < questionDeadline()) {
            return Verdict.WAIT;
        }
        if (unanswered == maxMissed) {
            return Verdict.DEAD;
        }
        unanswered++;
        lastAsked = now;
        return Verdict.SEND_PING;
    }

    /** Returns when {@link #tick} is due next; {@link Long#MAX_VALUE} for not before something is received. */
    public long nextDeadline() {
        return Math.min(ttlDeadline, questionDeadline());
    }

    private long questionDeadline() {
        if (unanswered == maxMissed && !answers) {
            return NEVER;
        }
        // Each question has its whole interval, even where this process has slept for several of them.
        return (unanswered == 0 ? lastReceived : lastAsked) + interval;
    }
}
