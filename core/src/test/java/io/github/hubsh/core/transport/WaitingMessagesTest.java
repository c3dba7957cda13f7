package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WaitingMessagesTest {
    private final WaitingMessages waiting = new WaitingMessages();

    @Test
    void messages_are_bounded_in_number() {
        Frames small = Frames.of(new byte[0]);
        for (int i = 0; i < WaitingMessages.MAX_MESSAGES; i++) {
            assertThat(waiting.add(small)).isTrue();
        }
        assertThat(waiting.add(small)).isFalse();
        assertThat(waiting.poll()).isSameAs(small);
        assertThat(waiting.add(small)).isTrue();
    }

    @Test
    void messages_are_bounded_in_bytes_and_one_always_has_room() {
        byte[] half = new byte[40 << 20];
        Frames large = Frames.of(half, half);
        Frames small = Frames.of(new byte[1]);
        assertThat(waiting.add(large)).isTrue();
        assertThat(waiting.add(small)).isFalse();
        waiting.poll();
        assertThat(waiting.add(small)).isTrue();
        assertThat(waiting.add(large)).isFalse();
        waiting.clear();
        assertThat(waiting.poll()).isNull();
        assertThat(waiting.add(large)).isTrue();
    }
}
