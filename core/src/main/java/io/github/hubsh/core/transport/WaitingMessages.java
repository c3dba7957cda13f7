package io.github.hubsh.core.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Messages that wait for their connection, bounded in number and bytes. */
final class WaitingMessages {
    static final int MAX_MESSAGES = 50_000;
    static final long MAX_BYTES = 64L << 20;

    // Mutable state, the owner's
    private final Deque<Frames> messages = new ArrayDeque<>();
    private long bytes;

    /** Returns whether there is room for the message. One message has room wherever nothing else waits. */
    boolean add(Frames frames) {
        long size = bytes(frames);
        if (messages.size() >= MAX_MESSAGES || (!messages.isEmpty() && bytes + size > MAX_BYTES)) {
            return false;
        }
        messages.add(frames);
        bytes += size;
        return true;
    }

    /** Returns the oldest, or {@code null}. */
    @Nullable
    Frames poll() {
        Frames oldest = messages.poll();
        if (oldest != null) {
            bytes -= bytes(oldest);
        }
        return oldest;
    }

    void clear() {
        messages.clear();
        bytes = 0;
    }

    /** Returns the size of a message. */
    static long bytes(Frames frames) {
        long sum = 0;
        for (byte[] part : frames.parts()) {
            sum += part.length;
        }
        return sum;
    }
}
