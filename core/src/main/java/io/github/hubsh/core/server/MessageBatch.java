package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Short messages to one peer, one behind the other in a buffer: one write for all of them, which are counted together.
 * On the loop.
 */
final class MessageBatch {
    /** A longer message is written on its own, and perhaps without a copy. */
    static final int MAX_MESSAGE_BYTES = 4 << 10;

    private static final int MAX_BYTES = 64 << 10;

    /** What the objects of a batch take, and the unused rest of its smallest buffer. */
    private static final int OVERHEAD_BYTES = 768;

    private final MemoryBudget budget;
    private final ByteBuf buffer;
    private final List<Share> shares = new ArrayList<>(1);

    // Mutable state, the loop's
    private long counted = OVERHEAD_BYTES;

    /** The bytes that wait on one account. */
    private static final class Share {
        private final PeerPendingBytes.Pending pending;
        private long bytes;

        Share(PeerPendingBytes.Pending pending) {
            this.pending = pending;
        }
    }

    /** @param expected how many bytes will come, roughly */
    MessageBatch(ByteBufAllocator allocator, MemoryBudget budget, int expected) {
        this.budget = budget;
        this.buffer = allocator.directBuffer(Math.min(expected, MAX_BYTES), MAX_BYTES);
        budget.take(counted);
        count();
    }

    /** Returns how many bytes the frames of a message take on the wire. */
    static long size(List<SharedBytes> frames) {
        long size = 0;
        for (int i = 0; i < frames.size(); i++) {
            size += header(frames, i).bytes() + frames.get(i).size();
        }
        return size;
    }

    /** Returns how many bytes it holds. */
    int size() {
        return buffer.readableBytes();
    }

    /** Whether a message of this size can be added. */
    boolean hasRoom(long size) {
        return size <= buffer.maxWritableBytes();
    }

    /**
     * Adds a copy of a message for which it has room.
     *
     * @param pending what the message waits on account of, or {@code null}
     */
    void add(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending) {
        buffer.ensureWritable((int) size);
        ByteBuffer target = buffer.internalNioBuffer(buffer.writerIndex(), (int) size);
        for (int i = 0; i < frames.size(); i++) {
            header(frames, i).writeTo(target);
            frames.get(i).writeTo(target);
        }
        buffer.writerIndex(buffer.writerIndex() + (int) size);
        count();
        if (pending != null) {
            share(pending).bytes += size;
            pending.add(size);
        }
    }

    /** Returns the buffer to write, which the caller releases. */
    ByteBuf buffer() {
        return buffer;
    }

    /** The buffer was written, or never will be. */
    void finish() {
        budget.give(counted);
        shares.forEach(share -> share.pending.remove(share.bytes));
    }

    private static FrameHeader header(List<SharedBytes> frames, int index) {
        int size = frames.get(index).size();
        return index == frames.size() - 1 ? FrameHeader.last(size) : FrameHeader.more(size);
    }

    /** Messages of one peer mostly follow each other. */
    private Share share(PeerPendingBytes.Pending pending) {
        Share last = shares.isEmpty() ? null : shares.get(shares.size() - 1);
        if (last == null || last.pending != pending) {
            last = new Share(pending);
            shares.add(last);
        }
        return last;
    }

    private void count() {
        long now = (long) OVERHEAD_BYTES + buffer.capacity();
        budget.take(now - counted);
        counted = now;
    }
}
