package io.github.hubsh.shell.recording.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordedMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplayRhythmTest {
    private static final Instant START = Instant.parse("2024-01-01T10:00:00Z");

    private final ReplayRhythm rhythm = new ReplayRhythm(PlaybackSpeed.RECORDED);

    @Test
    void the_first_request_is_due_at_once_and_the_others_after_their_pauses() {
        assertThat(rhythm.due(at(START, 5_000))).isZero();
        assertThat(rhythm.due(at(START, 5_250))).isEqualTo(millis(250));
        assertThat(rhythm.due(at(START, 6_000))).isEqualTo(millis(1_000));
    }

    @Test
    void a_speed_divides_the_pauses() {
        ReplayRhythm twice = new ReplayRhythm(PlaybackSpeed.of("2"));
        twice.due(at(START, 0));
        assertThat(twice.due(at(START, 1_000))).isEqualTo(millis(500));

        ReplayRhythm max = new ReplayRhythm(PlaybackSpeed.MAX);
        max.due(at(START, 0));
        assertThat(max.due(at(START, 3_600_000))).isZero();
    }

    @Test
    void where_a_recording_was_continued_there_is_no_pause() {
        Instant later = START.plusSeconds(7_200);
        rhythm.due(at(START, 0));
        assertThat(rhythm.due(at(START, 100))).isEqualTo(millis(100));

        assertThat(rhythm.due(at(later, 3_000))).isEqualTo(millis(100));
        assertThat(rhythm.due(at(later, 3_400))).isEqualTo(millis(500));
    }

    @Test
    void what_is_late_makes_all_that_follows_late() {
        rhythm.due(at(START, 0));
        rhythm.due(at(START, 100));
        rhythm.delay(millis(4_000));

        assertThat(rhythm.due(at(START, 300))).isEqualTo(millis(4_300));
        rhythm.delay(-5);
        assertThat(rhythm.due(at(START, 400))).isEqualTo(millis(4_400));
    }

    @Test
    void a_clock_that_was_set_back_makes_no_pause() {
        rhythm.due(at(START, 1_000));

        assertThat(rhythm.due(at(START, 400))).isZero();
    }

    @Test
    void after_steps_of_the_user_the_rhythm_begins_where_he_is() {
        rhythm.due(at(START, 0));
        rhythm.due(at(START, 10_000));
        rhythm.restart(millis(700));

        assertThat(rhythm.due(at(START, 10_250))).isEqualTo(millis(950));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private static RecordedMessage at(Instant start, long millis) {
        Duration since = Duration.ofMillis(millis);
        return new RecordedMessage(
                start.plus(since), since, "ui", "pump", "execute_request", "run", "s", false, new byte[0]);
    }
}
