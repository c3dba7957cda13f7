package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together from the buffers that were read. A frame that is whole in one buffer is a slice of it. Of a
 * frame in pieces, those that fill most of their buffer are slices, too, and the others are copied: a slice of one byte
 * would hold a whole buffer. What is held grows with what has come, never with what was announced.
 */
final class FrameAssembler {
    private static final int MIN_SLICE_BYTES = 8 << 10;
    private static final int MIN_COPY_BYTES = 256;
    private static final int MAX_COPY_BYTES = 64 << 10;

    private final ByteBufAllocator allocator;

    // Mutable state, the loop's
    private List<ByteBuf> pieces = new ArrayList<>();
    private @Nullable ByteBuf copied;
    private long pinned;

    FrameAssembler(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Takes a piece.
     *
     * @param index where it begins in the input
     * @return the frame that ends with it, which the caller releases; or {@code null}
     */
    @Nullable
    SharedBytes take(ByteBuf input, int index, FrameBytes piece) {
        if (piece.endsFrame() && isEmpty()) {
            if (piece.length() == 0) {
                return SharedBytes.EMPTY;
            }
            return SharedBytes.of(input.retainedSlice(index, piece.length()), input.capacity());
        }
        append(input, index, piece.length());
        return piece.endsFrame() ? finish() : null;
    }

    /** Returns how much memory the unfinished frame takes. */
    long heldBytes() {
        return copied == null ? pinned : pinned + copied.capacity();
    }

    /** Returns a frame for which the buffer that was read can go; the caller gives the old one up for it. */
    SharedBytes detach(SharedBytes frame) {
        if (frame.fillTheirBuffers()) {
            return frame;
        }
        FrameAssembler copies = new FrameAssembler(allocator);
        for (ByteBuf piece : frame.pieces()) {
            copies.copy(piece, piece.readerIndex(), piece.readableBytes());
        }
        frame.release();
        return copies.finish();
    }

    /** Releases what was not finished. */
    void close() {
        finish().release();
    }

    private boolean isEmpty() {
        return copied == null && pieces.isEmpty();
    }

    private void append(ByteBuf input, int index, int length) {
        if (length >= Math.max(MIN_SLICE_BYTES, input.capacity() / 4 * 3)) {
            endCopy();
            pieces.add(input.retainedSlice(index, length));
            pinned += input.capacity();
        } else {
            copy(input, index, length);
        }
    }

    private void copy(ByteBuf input, int index, int length) {
        for (int done = 0; done < length; ) {
            ByteBuf target = copied;
            if (target == null) {
                int size = Math.min(Math.max(MIN_COPY_BYTES, length - done), MAX_COPY_BYTES);
                target = allocator.directBuffer(size, MAX_COPY_BYTES);
                copied = target;
            }
            int count = Math.min(length - done, target.maxWritableBytes());
            target.writeBytes(input, index + done, count);
            done += count;
            if (!target.isWritable(1) && target.capacity() == MAX_COPY_BYTES) {
                endCopy();
            }
        }
    }

    private void endCopy() {
        if (copied != null) {
            pieces.add(copied);
            pinned += copied.capacity();
            copied = null;
        }
    }

    private SharedBytes finish() {
        endCopy();
        SharedBytes whole = new SharedBytes(pieces, pinned);
        pieces = new ArrayList<>();
        pinned = 0;
        return whole;
    }
}
