package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;

/** A piece of memory with one owner at a time, who gives it back. */
public interface FrameBlock {
    /** Returns the bytes: the same buffer each time, whose position and limit are the owner's. */
    ByteBuffer bytes();

    /** Gives it back. Nothing of it is used any more. */
    void release();
}
