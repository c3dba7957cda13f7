package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PeerDebtsTest {
    private static final long MAX_ANSWERS = 4 * PeerDebts.MAX_DEBT_BYTES;

    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final Switch input = new Switch();
    private final PeerDebts debts = new PeerDebts(MAX_ANSWERS, input, (task, nanos) -> timers.add(task));

    @Test
    void a_peer_is_held_up_at_the_limit_and_read_again_at_half_of_it() {
        debts.requests().owe(PeerDebts.MAX_DEBT_BYTES - 1);
        assertThat(input.paused).isFalse();
        debts.answers().owe(1);
        assertThat(input.paused).isTrue();
        debts.requests().settle(PeerDebts.MAX_DEBT_BYTES / 2 - 1);
        assertThat(input.paused).isTrue();
        debts.requests().settle(2);
        assertThat(input.paused).isFalse();
    }

    @Test
    void a_target_that_takes_nothing_holds_the_requester_up_no_longer_than_a_second() {
        debts.requests().owe(PeerDebts.MAX_DEBT_BYTES);
        passTime();
        assertThat(input.paused).isFalse();
        debts.requests().owe(PeerDebts.MAX_DEBT_BYTES);
        assertThat(input.paused).isFalse();
        debts.requests().settle(1);
        assertThat(input.paused).isTrue();
    }

    @Test
    void a_target_that_takes_something_holds_the_requester_up_until_it_has_taken_enough() {
        debts.requests().owe(2 * PeerDebts.MAX_DEBT_BYTES);
        debts.requests().settle(1);
        passTime();
        assertThat(input.paused).isTrue();
        passTime();
        assertThat(input.paused).isFalse();
    }

    @Test
    void a_peer_that_does_not_take_its_answers_is_not_read() {
        debts.answers().owe(MAX_ANSWERS);
        passTime();
        passTime();
        assertThat(input.paused).isTrue();
        debts.answers().settle(MAX_ANSWERS / 2 + 1);
        passTime();
        passTime();
        assertThat(input.paused).isFalse();
    }

    @Test
    void nothing_is_timed_for_a_peer_that_is_read() {
        debts.requests().owe(PeerDebts.MAX_DEBT_BYTES);
        debts.requests().settle(PeerDebts.MAX_DEBT_BYTES);
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
