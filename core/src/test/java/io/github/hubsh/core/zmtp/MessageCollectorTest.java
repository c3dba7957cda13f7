package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class MessageCollectorTest {
    private final MessageCollector collector = new MessageCollector();
    private final ByteBuffer input = ByteBuffer.wrap(WireBytes.ascii("0123456789"));

    @Test
    void pieces_become_frames_and_frames_become_a_message() {
        assertThat(collector.take(input, new FrameBytes(2, 3, 2, true))).isNull();
        assertThat(collector.take(input, new FrameBytes(8, 2, 0, true))).isNull();
        assertThat(collector.take(input, new FrameBytes(0, 0, 0, false)))
                .containsExactly(WireBytes.ascii("23489"), new byte[0]);
        assertThat(collector.take(input, new FrameBytes(0, 1, 0, false))).containsExactly(WireBytes.ascii("0"));
    }

    @Test
    void the_callers_buffer_is_left_as_it_is() {
        collector.take(input.position(9), new FrameBytes(0, 9, 0, false));
        assertThat(input.position()).isEqualTo(9);
    }

    @Test
    void nothing_is_allocated_because_it_was_announced() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        collector.take(input, new FrameBytes(0, 10, 0, false));
        long before = threads.getCurrentThreadAllocatedBytes();
        collector.take(input, new FrameBytes(0, 10, 256 << 20, false));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    /** An array has fewer elements than an int can say: so a piece can be made that never fits. */
    @Test
    void a_message_that_does_not_fit_into_memory_is_dropped_with_all_its_pieces() {
        collector.take(input, new FrameBytes(0, 10, 0, true));
        collector.take(input, new FrameBytes(0, 10, 100, true));
        ByteBuffer large = ByteBuffer.allocate(0);
        assertThatThrownBy(() -> collector.take(large, new FrameBytes(0, Integer.MAX_VALUE - 10, 10, true)))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(collector.take(input, new FrameBytes(0, 10, 0, true))).isNull();
        assertThat(collector.take(input, new FrameBytes(0, 10, 0, false))).isNull();
        assertThat(collector.take(input, new FrameBytes(3, 2, 0, false))).containsExactly(WireBytes.ascii("34"));
    }

    @Test
    void a_large_frame_grows_with_what_comes() {
        ByteBuffer large = ByteBuffer.allocate(1 << 16);
        int rest = 1 << 22;
        while (rest > large.capacity()) {
            rest -= large.capacity();
            assertThat(collector.take(large, new FrameBytes(0, large.capacity(), rest, false)))
                    .isNull();
        }
        assertThat(collector.take(large, new FrameBytes(0, rest, 0, false)))
                .singleElement()
                .satisfies(frame -> assertThat(frame).hasSize(1 << 22));
    }
}
