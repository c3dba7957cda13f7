package io.github.hubsh.core.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * The bytes of one frame, shared and not copied. They never change.
 *
 * <p>What was received is a part of a buffer that returns to its pool when no one holds it: who is given such bytes for
 * the time of a call and keeps them longer calls {@link #retain}, and {@link #release} afterwards. Bytes made of an
 * array need neither.
 */
public final class SharedBytes {
    public static final SharedBytes EMPTY = of();

    private final ByteBuf buffer;

    SharedBytes(ByteBuf buffer) {
        this.buffer = buffer;
    }

    /** The caller does not change the array later. */
    public static SharedBytes of(byte... content) {
        return new SharedBytes(Unpooled.wrappedBuffer(content));
    }

    public int size() {
        return buffer.readableBytes();
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return ByteBufUtil.getBytes(buffer);
    }

    /** Copies all bytes to the start of an array. */
    public void copyTo(byte[] target) {
        buffer.getBytes(buffer.readerIndex(), target, 0, size());
    }

    /** Holds the bytes until {@link #release}. */
    public SharedBytes retain() {
        buffer.retain();
        return this;
    }

    /** Gives one hold up. */
    public void release() {
        buffer.release();
    }

    /** Returns the bytes with positions of their own and a hold of their own. */
    ByteBuf share() {
        return buffer.retainedDuplicate();
    }

    /** Appends the bytes to a buffer. */
    void appendTo(ByteBuf target) {
        target.writeBytes(buffer, buffer.readerIndex(), size());
    }
}
