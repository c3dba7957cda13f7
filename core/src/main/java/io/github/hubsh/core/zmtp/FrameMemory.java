package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;

/**
 * Gives the memory in which sealed frames are collected, opened and made: they have to be whole for that, and a large
 * one may be too much for the heap.
 */
public interface FrameMemory {
    /** The heap, which gets nothing back. */
    FrameMemory HEAP = capacity -> {
        ByteBuffer bytes = ByteBuffer.allocate(capacity);
        return new FrameBlock() {
            @Override
            public ByteBuffer bytes() {
                return bytes;
            }

            @Override
            public void release() {
                // the collector of garbage sees to it
            }
        };
    };

    /** Returns so many bytes, or a few more. */
    FrameBlock allocate(int capacity);
}
