package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.zmtp.FrameBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrameAssemblerTest {
    private final FrameAssembler assembler = new FrameAssembler(UnpooledByteBufAllocator.DEFAULT);

    @Test
    void a_frame_that_is_whole_is_a_slice_of_what_was_read() {
        ByteBuf input = Unpooled.copiedBuffer(new byte[] {1, 2, 3, 4});
        SharedBytes frame = assembler.take(input, 1, new FrameBytes(1, 2, 0, false));
        assertThat(frame.toArray()).containsExactly(2, 3);
        assertThat(frame.pieces().get(0).array()).isSameAs(input.array());
        frame.release();
        assertThat(input.refCnt()).isOne();
        input.release();
    }

    @Test
    void pieces_of_any_size_come_together_in_order_and_hold_nothing_afterwards() {
        Random random = new Random(42);
        for (int round = 0; round < 50; round++) {
            List<ByteBuf> inputs = new ArrayList<>();
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            SharedBytes frame = null;
            int pieces = 1 + random.nextInt(8);
            for (int i = pieces - 1; i >= 0; i--) {
                byte[] piece = new byte[1 + random.nextInt(random.nextBoolean() ? 10 : 20_000)];
                random.nextBytes(piece);
                expected.writeBytes(piece);
                ByteBuf input = Unpooled.copiedBuffer(piece);
                inputs.add(input);
                assertThat(frame).isNull();
                frame = assembler.take(input, 0, new FrameBytes(0, piece.length, i, false));
            }
            assertThat(frame.toArray()).isEqualTo(expected.toByteArray());
            frame.release();
            assertThat(inputs).allMatch(input -> input.refCnt() == 1);
            inputs.forEach(ByteBuf::release);
        }
    }

    @Test
    void what_is_not_finished_is_released() {
        ByteBuf small = Unpooled.copiedBuffer(new byte[10]);
        ByteBuf large = Unpooled.copiedBuffer(new byte[10_000]);
        assertThat(assembler.take(large, 0, new FrameBytes(0, 10_000, 11, false)))
                .isNull();
        assertThat(assembler.take(small, 0, new FrameBytes(0, 10, 1, false))).isNull();
        assembler.close();
        assembler.close();
        assertThat(small.refCnt()).isOne();
        assertThat(large.refCnt()).isOne();
    }
}
