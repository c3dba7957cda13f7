package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Heartbeat.Verdict;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {
    private static final long START = -1000;
    private static final long INTERVAL = 10;

    private final Heartbeat heartbeat = new Heartbeat(INTERVAL, 3, START);

    @Test
    void a_silent_peer_is_asked_after_the_interval() {
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 10);
        assertThat(heartbeat.tick(START + 9)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.tick(START + 10)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 11)).isEqualTo(Verdict.WAIT);
    }

    @Test
    void a_peer_that_talks_is_not_asked() {
        heartbeat.received(START + 9);
        assertThat(heartbeat.tick(START + 18)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 19);
    }

    @Test
    void a_peer_that_has_answered_before_is_dead_after_three_questions() {
        heartbeat.pong();
        heartbeat.received(START);
        assertThat(heartbeat.tick(START + 10)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 20)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 30)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 39)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 40);
        assertThat(heartbeat.tick(START + 40)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void after_a_sleep_of_this_process_each_question_still_has_its_whole_interval() {
        heartbeat.pong();
        assertThat(heartbeat.tick(START + 500)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 509)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.tick(START + 510)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 520);
    }

    @Test
    void any_sign_of_life_begins_the_count_again() {
        heartbeat.pong();
        heartbeat.tick(START + 10);
        heartbeat.tick(START + 20);
        heartbeat.tick(START + 30);
        heartbeat.received(START + 39);
        assertThat(heartbeat.tick(START + 40)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.tick(START + 49)).isEqualTo(Verdict.SEND_PING);
    }

    @Test
    void a_peer_that_never_answers_gets_three_questions_and_is_left_to_tcp() {
        heartbeat.tick(START + 10);
        heartbeat.tick(START + 20);
        heartbeat.tick(START + 30);
        assertThat(heartbeat.tick(START + 1_000_000)).isEqualTo(Verdict.WAIT);
        assertThat(heartbeat.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        heartbeat.received(START + 2_000_000);
        assertThat(heartbeat.tick(START + 2_000_010)).isEqualTo(Verdict.SEND_PING);
    }

    @Test
    void a_peer_that_promises_to_be_heard_of_and_is_not_is_dead() {
        heartbeat.ping(new Ping(2, Octets.EMPTY));
        assertThat(heartbeat.tick(START + 199_999_999)).isEqualTo(Verdict.SEND_PING);
        assertThat(heartbeat.tick(START + 200_000_000)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void a_promise_holds_until_the_next_byte() {
        heartbeat.ping(new Ping(2, Octets.EMPTY));
        heartbeat.received(START + 199_999_999);
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 200_000_009);
        assertThat(heartbeat.tick(START + 200_000_000)).isEqualTo(Verdict.WAIT);
    }

    @Test
    void a_ping_without_a_time_promises_nothing() {
        heartbeat.ping(new Ping(0, Octets.EMPTY));
        assertThat(heartbeat.nextDeadline()).isEqualTo(START + 10);
    }

    @Test
    void an_interval_of_zero_is_our_fault() {
        assertThatThrownBy(() -> new Heartbeat(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Heartbeat(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
