package io.github.hubsh.core.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The bytes of one frame, shared and not copied. They never change.
 *
 * <p>What was received is a part of buffers that return to their pool when they are no longer held. A method that gets
 * such bytes for the time of a call, and keeps them longer, calls {@link #retain}, and {@link #release} afterwards.
 * Bytes made of an array need neither.
 */
public final class SharedBytes {
    public static final SharedBytes EMPTY = of();

    private final ByteBuf[] pieces;
    private final int size;
    private final long pinned;

    // Mutable state, the loop's
    private int charges;

    /**
     * Received bytes.
     *
     * @param pieces held for these bytes, until {@link #release}
     * @param pinned how much memory they keep from being used otherwise
     */
    SharedBytes(List<ByteBuf> pieces, long pinned) {
        this(pinned, pieces.toArray(ByteBuf[]::new));
    }

    private SharedBytes(long pinned, ByteBuf... pieces) {
        this.pieces = pieces;
        this.pinned = pinned;
        int sum = 0;
        for (ByteBuf piece : pieces) {
            sum += piece.readableBytes();
        }
        this.size = sum;
    }

    /** The caller does not change the array later. */
    public static SharedBytes of(byte... content) {
        return of(Unpooled.wrappedBuffer(content), 0);
    }

    /** Received bytes in one piece, which is held until {@link #release}. */
    static SharedBytes of(ByteBuf piece, long pinned) {
        return new SharedBytes(pinned, piece);
    }

    public int size() {
        return size;
    }

    /** Returns a copy. */
    public byte[] toArray() {
        byte[] copy = new byte[size];
        copyTo(copy);
        return copy;
    }

    /** Copies all bytes to the start of an array. */
    public void copyTo(byte[] target) {
        int index = 0;
        for (ByteBuf piece : pieces) {
            piece.getBytes(piece.readerIndex(), target, index, piece.readableBytes());
            index += piece.readableBytes();
        }
    }

    /** Appends all bytes to a buffer that has room for them. */
    void writeTo(ByteBuffer target) {
        int limit = target.limit();
        for (ByteBuf piece : pieces) {
            // Netty fills what it is given.
            target.limit(target.position() + piece.readableBytes());
            piece.getBytes(piece.readerIndex(), target);
        }
        target.limit(limit);
    }

    /** Holds the bytes until {@link #release}. */
    public SharedBytes retain() {
        for (ByteBuf piece : pieces) {
            piece.retain();
        }
        return this;
    }

    /** Gives one hold up. */
    public void release() {
        for (ByteBuf piece : pieces) {
            piece.release();
        }
    }

    /** Returns the buffers that hold the bytes, in order. */
    List<ByteBuf> pieces() {
        return List.of(pieces);
    }

    /**
     * Whether it is worth the memory to hold on to the received buffers: the bytes fill most of them. Bytes of an array
     * would be copied at every write.
     */
    boolean fillTheirBuffers() {
        return pinned > 0 && size >= pinned - pinned / 4;
    }

    /** Returns how much memory the bytes keep from being used otherwise; 0 for those of an array. */
    long pinned() {
        return pinned;
    }

    /** Counts the memory in the budget, however often this is called, until {@link #discharge}. */
    void charge(MemoryBudget budget) {
        if (charges++ == 0) {
            budget.take(pinned);
        }
    }

    void discharge(MemoryBudget budget) {
        if (--charges == 0) {
            budget.give(pinned);
        }
    }
}
