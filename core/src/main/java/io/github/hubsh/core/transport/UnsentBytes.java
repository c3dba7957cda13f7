package io.github.hubsh.core.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** What a connection has to write and its channel has not taken yet. Arrays are queued as they are, not copied. */
final class UnsentBytes {
    private static final int BUFFERS_PER_WRITE = 64;

    // Mutable state, the owner's
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private long size;

    void add(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            buffers.add(bytes);
            size += bytes.remaining();
        }
    }

    boolean isEmpty() {
        return buffers.isEmpty();
    }

    /** Returns how many bytes wait. */
    long size() {
        return size;
    }

    /** Writes as much as a channel that does not block takes. */
    void writeTo(GatheringByteChannel channel) throws IOException {
        while (!buffers.isEmpty()) {
            long written = channel.write(next());
            size -= written;
            while (!buffers.isEmpty() && !buffers.element().hasRemaining()) {
                buffers.remove();
            }
            if (written == 0) {
                return;
            }
        }
    }

    private ByteBuffer[] next() {
        ByteBuffer[] next = new ByteBuffer[Math.min(BUFFERS_PER_WRITE, buffers.size())];
        Iterator<ByteBuffer> each = buffers.iterator();
        for (int i = 0; i < next.length; i++) {
            next[i] = each.next();
        }
        return next;
    }
}
