package io.github.hubsh.shell.verb.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RepetitionTest {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    private long now = 5_000_000_000L;

    @Test
    void without_limits_turns_continue() {
        Repetition repetition = new Repetition(Integer.MAX_VALUE, null, () -> now);

        repetition.count(1_000_000);
        repetition.advance(LONG);

        assertThat(repetition.mayBegin()).isTrue();
        assertThat(repetition.mayEnd()).isTrue();
        assertThat(repetition.remaining(STEP)).isEqualTo(STEP);
    }

    @Test
    void it_ends_when_all_turns_are_counted() {
        Repetition repetition = new Repetition(3, null, () -> now);

        repetition.count(2);
        assertThat(repetition.hasTurns()).isTrue();
        repetition.count(1);

        assertThat(repetition.hasTurns()).isFalse();
        assertThat(repetition.mayBegin()).isFalse();
        assertThat(repetition.mayEnd()).isFalse();
    }

    @Test
    void a_turn_that_counts_for_several_may_go_past_the_end() {
        Repetition repetition = new Repetition(3, null, () -> now);

        repetition.count(5);

        assertThat(repetition.hasTurns()).isFalse();
    }

    @Test
    void at_the_limit_a_turn_may_end_but_none_may_begin() {
        Repetition repetition = new Repetition(9, STEP.multipliedBy(2), () -> now);

        repetition.advance(STEP);
        assertThat(repetition.mayBegin()).isTrue();
        assertThat(repetition.mayEnd()).isTrue();
        repetition.advance(STEP);
        assertThat(repetition.mayBegin()).isFalse();
        assertThat(repetition.mayEnd()).isTrue();
        repetition.advance(STEP);

        assertThat(repetition.mayEnd()).isFalse();
    }

    @Test
    void turns_keep_a_steady_pace_while_they_are_quicker_than_it() {
        Repetition repetition = new Repetition(9, null, () -> now);

        pass(30);
        repetition.advance(STEP);
        assertThat(repetition.untilNext()).isEqualTo(Duration.ofMillis(70));
        pass(80);
        repetition.advance(STEP);

        assertThat(repetition.untilNext()).isEqualTo(Duration.ofMillis(90));
    }

    @Test
    void after_a_slow_turn_the_next_one_begins_at_once_and_none_is_made_up_for() {
        Repetition repetition = new Repetition(9, null, () -> now);

        pass(350);
        repetition.advance(STEP);
        assertThat(repetition.untilNext()).isZero();
        repetition.advance(STEP);

        assertThat(repetition.untilNext()).isEqualTo(STEP);
    }

    @Test
    void a_next_time_that_has_passed_is_no_negative_wait() {
        Repetition repetition = new Repetition(9, null, () -> now);

        repetition.advance(STEP);
        pass(150);

        assertThat(repetition.untilNext()).isZero();
    }

    @Test
    void elapsed_and_remaining_time_follow_the_clock() {
        Repetition repetition = new Repetition(9, STEP, () -> now);

        pass(30);
        assertThat(repetition.elapsed()).isEqualTo(Duration.ofMillis(30));
        assertThat(repetition.remaining(LONG)).isEqualTo(Duration.ofMillis(70));
        pass(80);

        assertThat(repetition.remaining(LONG)).isEqualTo(Duration.ofMillis(-10));
    }

    @Test
    void a_clock_that_overflows_changes_nothing() {
        now = Long.MAX_VALUE - 10;
        Repetition repetition = new Repetition(9, STEP, () -> now);

        repetition.advance(Duration.ofMillis(60));
        assertThat(repetition.mayBegin()).isTrue();
        pass(60);

        assertThat(repetition.elapsed()).isEqualTo(Duration.ofMillis(60));
        assertThat(repetition.untilNext()).isZero();
    }

    @Test
    void the_wait_for_the_next_turn_can_be_interrupted() {
        Repetition repetition = new Repetition(9, null, () -> now);
        repetition.advance(LONG);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(repetition::awaitNext)
                .matches(ShellException::isInterruption);
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}
