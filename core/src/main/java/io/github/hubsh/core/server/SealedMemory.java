package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameBlock;
import io.github.hubsh.core.zmtp.FrameMemory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * The memory in which a server collects, opens and makes sealed frames: outside the heap, as all its buffers, but for
 * small frames, which the heap serves faster. The holder of the memory counts it. On the loop.
 */
final class SealedMemory implements FrameMemory {
    private static final int MAX_HEAP_BYTES = 64 << 10;

    private final ByteBufAllocator allocator;

    private record Pooled(ByteBuf content, ByteBuffer bytes) implements FrameBlock {
        @Override
        public void release() {
            content.release();
        }
    }

    SealedMemory(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    public FrameBlock allocate(int capacity) {
        if (capacity <= MAX_HEAP_BYTES) {
            return HEAP.allocate(capacity);
        }
        ByteBuf content = allocator.directBuffer(capacity, capacity);
        return new Pooled(content, content.nioBuffer(0, capacity));
    }

    /** Returns the bytes of a block, whose owner releases them instead of it. */
    static ByteBuf content(FrameBlock block) {
        return block instanceof Pooled pooled
                ? pooled.content()
                : Unpooled.wrappedBuffer(block.bytes().array());
    }
}
