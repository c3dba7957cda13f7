package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together from the buffers that were read. A frame that is whole in one buffer is a slice of it. Of a
 * frame in pieces the large ones are slices, too, and the small ones are copied: a slice of one byte would hold a whole
 * buffer.
 */
final class FrameAssembler {
    private static final int MIN_SLICE_BYTES = 8 << 10;

    private final ByteBufAllocator allocator;

    // Mutable state, the loop's
    private @Nullable CompositeByteBuf pieces;
    private @Nullable ByteBuf copied;

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
    ByteBuf take(ByteBuf input, int index, FrameBytes piece) {
        if (pieces == null && piece.endsFrame()) {
            return input.retainedSlice(index, piece.length());
        }
        append(input, index, piece.length());
        return piece.endsFrame() ? finish() : null;
    }

    /** Releases what was not finished. */
    void close() {
        if (copied != null) {
            copied.release();
            copied = null;
        }
        if (pieces != null) {
            pieces.release();
            pieces = null;
        }
    }

    private void append(ByteBuf input, int index, int length) {
        if (pieces == null) {
            pieces = allocator.compositeBuffer(Integer.MAX_VALUE);
        }
        if (length < MIN_SLICE_BYTES) {
            ByteBuf target = copied;
            if (target == null) {
                target = allocator.buffer();
                copied = target;
            }
            target.writeBytes(input, index, length);
        } else {
            addCopied(pieces);
            pieces.addComponent(true, input.retainedSlice(index, length));
        }
    }

    private @Nullable ByteBuf finish() {
        CompositeByteBuf whole = pieces;
        if (whole != null) {
            addCopied(whole);
        }
        pieces = null;
        return whole;
    }

    private void addCopied(CompositeByteBuf whole) {
        if (copied != null) {
            whole.addComponent(true, copied);
            copied = null;
        }
    }
}
