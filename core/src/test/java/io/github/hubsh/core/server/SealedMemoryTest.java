package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.zmtp.FrameBlock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

final class SealedMemoryTest {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final SealedMemory memory = new SealedMemory(allocator);

    @Test
    void large_blocks_lie_outside_the_heap_and_go_back() {
        FrameBlock block = memory.allocate(1 << 20);
        assertThat(block.bytes().capacity()).isEqualTo(1 << 20);
        assertThat(allocator.metric().usedDirectMemory()).isGreaterThanOrEqualTo(1 << 20);
        block.release();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }

    @Test
    void who_takes_the_content_releases_it() {
        for (int capacity : new int[] {10, 1 << 20}) {
            FrameBlock block = memory.allocate(capacity);
            block.bytes().put(3, (byte) 7);
            ByteBuf content = SealedMemory.content(block).setIndex(3, 5);
            assertThat(content.readByte()).isEqualTo((byte) 7);
            content.release();
            assertThat(allocator.metric().usedDirectMemory()).isZero();
        }
    }

    @Test
    void small_blocks_are_of_the_heap() {
        assertThat(memory.allocate(600).bytes().hasArray()).isTrue();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }
}
