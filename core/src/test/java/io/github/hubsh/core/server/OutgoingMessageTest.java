package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OutgoingMessageTest {
    private static final ByteBufAllocator ALLOCATOR = UnpooledByteBufAllocator.DEFAULT;

    private final MemoryBudget budget = new MemoryBudget(MemoryBudget.MIN_BYTES);

    @Test
    void frames_of_any_size_and_origin_are_written_in_order() {
        Random random = new Random(99);
        int[] sizes = {0, 1, 255, 256, 4095, 4096, 70_000, 300_000};
        for (int round = 0; round < 200; round++) {
            List<SharedBytes> frames = new ArrayList<>();
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                byte[] content = new byte[sizes[random.nextInt(sizes.length)]];
                random.nextBytes(content);
                frames.add(frame(content, random));
                writeFrame(expected, content, i < count - 1);
            }
            OutgoingMessage message = new OutgoingMessage(ALLOCATOR, budget, frames);
            assertThat(bytes(message)).isEqualTo(expected.toByteArray());
            assertThat(message.size()).isEqualTo(expected.size());
            assertThat(message.parts()).allMatch(ByteBuf::isDirect);
            assertThat(budget.used()).isGreaterThanOrEqualTo(message.size());
            message.release();
            frames.forEach(SharedBytes::release);
            assertThat(budget.used()).isZero();
        }
    }

    @Test
    void a_short_message_is_one_part_and_holds_no_buffer_that_was_read() {
        ByteBuf read = ALLOCATOR.directBuffer(64 << 10).writeBytes(new byte[600]);
        SharedBytes text = new SharedBytes(List.of(read.retainedSlice()), read.capacity());
        OutgoingMessage message = new OutgoingMessage(ALLOCATOR, budget, List.of(SharedBytes.EMPTY, text));
        text.release();
        assertThat(message.parts()).hasSize(1);
        assertThat(read.refCnt()).isOne();
        assertThat(budget.used()).isLessThan(2000);
        message.release();
        read.release();
    }

    @Test
    void a_large_frame_is_not_copied_and_counts_once_for_all_messages() {
        ByteBuf read = ALLOCATOR.directBuffer(64 << 10).writeZero(60_000);
        SharedBytes text = new SharedBytes(List.of(read), read.capacity());
        OutgoingMessage one = new OutgoingMessage(ALLOCATOR, budget, List.of(text));
        OutgoingMessage other = new OutgoingMessage(ALLOCATOR, budget, List.of(SharedBytes.EMPTY, text));
        assertThat(one.parts().get(1).memoryAddress()).isEqualTo(read.memoryAddress());
        assertThat(budget.used()).isBetween(64L << 10, (64L << 10) + 2000);
        one.release();
        assertThat(budget.used()).isGreaterThan(64 << 10);
        other.release();
        assertThat(budget.used()).isZero();
        assertThat(read.refCnt()).isOne();
        text.release();
    }

    @Test
    void it_holds_its_parts_as_long_as_it_is_held() {
        OutgoingMessage message = new OutgoingMessage(ALLOCATOR, budget, List.of(SharedBytes.of(new byte[10])));
        ByteBuf part = message.parts().get(0);
        message.retain();
        message.release();
        assertThat(part.refCnt()).isOne();
        message.release();
        assertThat(part.refCnt()).isZero();
    }

    private static SharedBytes frame(byte[] content, Random random) {
        if (random.nextBoolean()) {
            return SharedBytes.of(content);
        }
        int cut = content.length / 3;
        ByteBuf first = direct(Arrays.copyOf(content, cut));
        ByteBuf second = direct(Arrays.copyOfRange(content, cut, content.length));
        return new SharedBytes(List.of(first, second), content.length);
    }

    private static ByteBuf direct(byte[] content) {
        return ALLOCATOR.directBuffer(content.length).writeBytes(content);
    }

    private static void writeFrame(ByteArrayOutputStream target, byte[] content, boolean more) {
        if (content.length > 255) {
            target.write(more ? 3 : 2);
            target.writeBytes(
                    ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
        } else {
            target.write(more ? 1 : 0);
            target.write(content.length);
        }
        target.writeBytes(content);
    }

    private static byte[] bytes(OutgoingMessage message) {
        ByteBuf all = Unpooled.wrappedBuffer(
                message.parts().stream().map(ByteBuf::retainedDuplicate).toArray(ByteBuf[]::new));
        byte[] bytes = ByteBufUtil.getBytes(all);
        all.release();
        return bytes;
    }
}
