package io.github.hubsh.core.server;

import io.netty.util.internal.PlatformDependent;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the buffers of a server may take, all connections together, and what they take: messages under way,
 * messages that wait to be written, and subscriptions. A buffer that many peers share counts once.
 *
 * <p>The loop counts; any thread may read.
 */
public final class MemoryBudget {
    /** The least that a server can work with, in bytes. */
    public static final long MIN_BYTES = 1L << 20;

    /** Broadcasts may take a quarter, so that deaf subscribers leave room for requests. */
    private static final int BROADCAST_SHARE = 4;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /** @throws IllegalArgumentException if the limit is below {@link #MIN_BYTES} */
    public MemoryBudget(long limit) {
        if (limit < MIN_BYTES) {
            throw new IllegalArgumentException("a memory budget has at least " + MIN_BYTES + " bytes, not " + limit);
        }
        this.limit = limit;
    }

    /**
     * Returns half of what this Java can give: of its heap, or of the memory outside it, where Netty has its buffers,
     * whichever is smaller.
     */
    public static long defaultBytes() {
        long available = Math.min(Runtime.getRuntime().maxMemory(), PlatformDependent.maxDirectMemory());
        return Math.max(MIN_BYTES, available / 2);
    }

    public long limit() {
        return limit;
    }

    public long used() {
        return used.get();
    }

    /** Counts bytes; a negative number gives them back. */
    void take(long bytes) {
        used.lazySet(used.getPlain() + bytes);
    }

    void give(long bytes) {
        take(-bytes);
    }

    /** Whether all is taken. */
    boolean isFull() {
        return used.getPlain() >= limit;
    }

    /** Whether a broadcast may wait for a subscriber that is slow. */
    boolean hasRoomForBroadcasts() {
        return used.getPlain() < limit / BROADCAST_SHARE;
    }
}
