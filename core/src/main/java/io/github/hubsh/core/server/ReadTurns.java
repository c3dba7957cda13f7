package io.github.hubsh.core.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is read of a connection before the next one gets its turn. Two peers that talk to each other may read large
 * parts at once, which costs least. When more than two have sent messages lately, a turn is a few messages: then a
 * flood of one delays the others by no more than that. Long messages, whose bytes cost little, count by their number,
 * too. On the loop.
 */
final class ReadTurns {
    /** The most that is read at once. */
    static final int MAX_BYTES = 64 << 10;

    /** About how many messages a turn has among several peers. */
    static final int MAX_MESSAGES = 16;

    private static final int MIN_BYTES = 2 << 10;
    private static final int MAX_ACTIVE = 2;
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicLong bytesRead = new AtomicLong();

    // Mutable state, the loop's
    private long window; // its number
    private long windowStart;
    private int active; // connections in this window
    private int activeBefore; // and in the one before

    /** Whether more than two peers have sent messages lately. */
    boolean areCrowded() {
        return Math.max(active, activeBefore) > MAX_ACTIVE;
    }

    /** Returns how many bytes were read of all connections. Any thread. */
    long bytesRead() {
        return bytesRead.get();
    }

    private void advance(long now) {
        if (now - windowStart >= WINDOW) {
            windowStart = now;
            window++;
            activeBefore = active;
            active = 0;
        }
    }

    /** The turns of one connection. */
    final class Turn {
        private long activeIn = -1;
        private int bytes;
        private int messages;

        /** So many bytes were read. */
        void read(int count, long now) {
            advance(now);
            bytesRead.lazySet(bytesRead.getPlain() + count);
            bytes = count;
            messages = 0;
        }

        /** A message was among them. */
        void message() {
            messages++;
            if (activeIn != window) {
                activeIn = window;
                active++;
            }
        }

        /** Returns how many bytes to read next, at the most: of messages like the last ones, about a turn. */
        int maxBytes() {
            if (messages == 0 || !areCrowded()) {
                return MAX_BYTES;
            }
            long turn = (long) bytes / messages * MAX_MESSAGES;
            return (int) Math.max(MIN_BYTES, Math.min(turn, MAX_BYTES));
        }
    }
}
