package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PeerPendingBytesTest {
    private static final long MAX_ANSWERS = 4 * PeerPendingBytes.MAX_PENDING_BYTES;

    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final Switch input = new Switch();
    private final PeerPendingBytes pendingBytes =
            new PeerPendingBytes(MAX_ANSWERS, input, (task, nanos) -> timers.add(task));

    @Test
    void a_peer_is_held_up_at_the_limit_and_read_again_at_half_of_it() {
        pendingBytes.requests().add(PeerPendingBytes.MAX_PENDING_BYTES - 1);
        assertThat(input.paused).isFalse();
        pendingBytes.answers().add(1);
        assertThat(input.paused).isTrue();
        pendingBytes.requests().remove(PeerPendingBytes.MAX_PENDING_BYTES / 2 - 1);
        assertThat(input.paused).isTrue();
        pendingBytes.requests().remove(2);
        assertThat(input.paused).isFalse();
    }

    @Test
    void a_target_that_takes_nothing_holds_the_requester_up_no_longer_than_a_second() {
        pendingBytes.requests().add(PeerPendingBytes.MAX_PENDING_BYTES);
        passTime();
        assertThat(input.paused).isFalse();
        pendingBytes.requests().add(PeerPendingBytes.MAX_PENDING_BYTES);
        assertThat(input.paused).isFalse();
        pendingBytes.requests().remove(1);
        assertThat(input.paused).isTrue();
    }

    @Test
    void a_target_that_takes_something_holds_the_requester_up_until_it_has_taken_enough() {
        pendingBytes.requests().add(2 * PeerPendingBytes.MAX_PENDING_BYTES);
        pendingBytes.requests().remove(1);
        passTime();
        assertThat(input.paused).isTrue();
        passTime();
        assertThat(input.paused).isFalse();
    }

    @Test
    void a_peer_that_does_not_take_its_answers_is_not_read() {
        pendingBytes.answers().add(MAX_ANSWERS);
        passTime();
        passTime();
        assertThat(input.paused).isTrue();
        pendingBytes.answers().remove(MAX_ANSWERS / 2 + 1);
        passTime();
        passTime();
        assertThat(input.paused).isFalse();
    }

    @Test
    void nothing_is_timed_for_a_peer_that_is_read() {
        pendingBytes.requests().add(PeerPendingBytes.MAX_PENDING_BYTES);
        pendingBytes.requests().remove(PeerPendingBytes.MAX_PENDING_BYTES);
        passTime();
        assertThat(timers).isEmpty();
    }

    private void passTime() {
        timers.remove().run();
    }

    private static final class Switch implements InputGate {
        private boolean paused;

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }
    }
}
