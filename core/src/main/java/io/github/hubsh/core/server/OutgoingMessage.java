package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes out: the same buffers for each peer that gets it, counted once. Frames that are short, or that
 * hold more memory than they fill, are copied behind their headers once; the others stay where they are.
 */
final class OutgoingMessage {
    private static final int MIN_SHARED_BYTES = 4 << 10;

    /** Large frames are copied to buffers of this size. */
    private static final int MAX_COPY_BYTES = 64 << 10;

    /** What the objects of a message take, and the unused rest of its smallest buffer. */
    private static final int OVERHEAD_BYTES = 512;

    private final MemoryBudget budget;
    private final List<SharedBytes> frames;
    private final List<ByteBuf> parts = new ArrayList<>(1);
    private final List<SharedBytes> shared = new ArrayList<>(0);

    // Mutable state, the loop's
    private long size;
    private long copied = OVERHEAD_BYTES;
    private int holds = 1;
    private @Nullable List<byte[]> arrays;

    /** Holds the frames until {@link #release}, as often as the message was held. */
    OutgoingMessage(ByteBufAllocator allocator, MemoryBudget budget, List<SharedBytes> frames) {
        this.budget = budget;
        this.frames = frames;
        ByteBuffer header = ByteBuffer.allocate(FrameHeader.MAX_BYTES);
        Copies copies = new Copies(allocator, frames);
        for (int i = 0; i < frames.size(); i++) {
            SharedBytes frame = frames.get(i);
            boolean last = i == frames.size() - 1;
            (last ? FrameHeader.last(frame.size()) : FrameHeader.more(frame.size())).writeTo(header.clear());
            copies.append(header.flip());
            if (isShared(frame)) {
                copies.endPart();
                share(frame);
            } else {
                frame.pieces().forEach(copies::append);
            }
        }
        copies.end();
        for (ByteBuf part : parts) {
            size += part.readableBytes();
        }
        budget.take(copied);
    }

    /** Returns how many bytes go over the wire. */
    long size() {
        return size;
    }

    List<ByteBuf> parts() {
        return parts;
    }

    /** Returns the frames for peers in this process. During the call in which the message was made. */
    List<byte[]> arrays() {
        List<byte[]> made = arrays;
        if (made == null) {
            made = frames.stream().map(SharedBytes::toArray).toList();
            arrays = made;
            copied += size;
            budget.take(size);
        }
        return made;
    }

    OutgoingMessage retain() {
        holds++;
        return this;
    }

    void release() {
        if (--holds == 0) {
            parts.forEach(ByteBuf::release);
            shared.forEach(frame -> frame.discharge(budget));
            budget.give(copied);
        }
    }

    private void share(SharedBytes frame) {
        frame.charge(budget);
        shared.add(frame);
        frame.pieces().forEach(piece -> parts.add(piece.retainedDuplicate()));
    }

    private static boolean isShared(SharedBytes frame) {
        return frame.size() >= MIN_SHARED_BYTES && frame.fillTheirBuffers();
    }

    /** What is copied, in buffers outside the heap: the system would copy others at every write. */
    private final class Copies {
        private final ByteBufAllocator allocator;
        private long expected;
        private ByteBuf buffer;

        Copies(ByteBufAllocator allocator, List<SharedBytes> frames) {
            this.allocator = allocator;
            for (SharedBytes frame : frames) {
                expected += FrameHeader.MAX_BYTES + (isShared(frame) ? 0 : frame.size());
            }
            this.buffer = next();
        }

        void append(ByteBuffer bytes) {
            if (buffer.writableBytes() < bytes.remaining()) {
                more();
            }
            expected -= bytes.remaining();
            buffer.writeBytes(bytes);
        }

        void append(ByteBuf bytes) {
            for (int index = bytes.readerIndex(); index < bytes.writerIndex(); ) {
                if (!buffer.isWritable()) {
                    more();
                }
                int count = Math.min(bytes.writerIndex() - index, buffer.writableBytes());
                buffer.writeBytes(bytes, index, count);
                expected -= count;
                index += count;
            }
        }

        /** Ends the part; what is copied afterwards stands behind the next one. */
        void endPart() {
            if (buffer.isReadable()) {
                parts.add(buffer.readRetainedSlice(buffer.readableBytes()));
            }
        }

        void end() {
            if (buffer.isReadable()) {
                parts.add(buffer);
            } else {
                buffer.release();
            }
        }

        private void more() {
            end();
            buffer = next();
        }

        private ByteBuf next() {
            ByteBuf next = allocator.directBuffer((int) Math.min(expected, MAX_COPY_BYTES));
            copied += next.capacity();
            return next;
        }
    }
}
