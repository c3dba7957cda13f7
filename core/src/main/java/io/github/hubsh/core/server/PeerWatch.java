package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Heartbeat;
import java.util.concurrent.TimeUnit;

/**
 * Looks after a connection: whether the peer gives signs of life, reads, and goes on with what it has begun. On the
 * loop.
 */
final class PeerWatch {
    /**
     * How long the peer may take to greet first. A client of JeroMQ 0.6.0 that has our greeting before it has set its
     * connection up may never send its own.
     */
    static final long GREETING_DELAY = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long HEARTBEAT_INTERVAL = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_MISSED_HEARTBEATS = 3;

    private final Heartbeat heartbeat;
    private final PeerOutput output;
    private final long idleTimeout;

    // Mutable state, the loop's
    private long lastRead;
    private long lastPiece;

    /** @param idleTimeout how long the peer may read nothing, or stop in the middle of a message, in nanoseconds */
    PeerWatch(PeerOutput output, long idleTimeout, long now) {
        this.heartbeat = new Heartbeat(HEARTBEAT_INTERVAL, MAX_MISSED_HEARTBEATS, now);
        this.output = output;
        this.idleTimeout = idleTimeout;
        this.lastPiece = now;
    }

    /** Bytes have come. */
    void read(long now) {
        lastRead = now;
        heartbeat.received(now);
    }

    /** They were a piece of a message. */
    void piece() {
        lastPiece = lastRead;
    }

    void ping(Ping ping) {
        heartbeat.ping(ping);
    }

    void pong() {
        heartbeat.pong();
    }

    /** Nothing is read: the peer may say what it likes. */
    void pause(long now) {
        heartbeat.received(now);
        lastPiece = now;
    }

    Heartbeat.Verdict beat(long now) {
        return heartbeat.tick(now);
    }

    /** Returns in how many nanoseconds to look again, before a deadline that others have. */
    long nextLook(boolean accepted, long deadline, long now) {
        long next = accepted ? heartbeat.nextDeadline() : deadline;
        return Math.min(next - now, Math.min(idleTimeout, HEARTBEAT_INTERVAL));
    }

    /** Returns why the peer is to be disconnected, or an empty text. */
    String complaint(boolean paused, long heldBytes, long now) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(idleTimeout);
        if (output.isStuck(now)) {
            return "it has read nothing for " + seconds + " s, and " + output.unsentBytes() + " bytes wait for it";
        }
        return !paused && heldBytes > 0 && now - lastPiece >= idleTimeout
                ? "it has stopped in the middle of a message for " + seconds + " s"
                : "";
    }
}
