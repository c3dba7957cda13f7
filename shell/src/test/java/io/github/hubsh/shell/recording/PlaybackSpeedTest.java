package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaybackSpeedTest {
    @ParameterizedTest
    @CsvSource({"1,1000", "2,500", "0.5,2000", "1e3,1", "max,0"})
    void a_pause_is_divided_by_the_speed(String speed, long millis) {
        assertThat(PlaybackSpeed.of(speed).of(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void a_recorded_time_that_cannot_be_is_no_pause_or_a_year() {
        assertThat(PlaybackSpeed.RECORDED.of(Duration.ofMillis(-5))).isZero();
        assertThat(PlaybackSpeed.of("0.5").of(Duration.ofDays(200_000))).isEqualTo(Duration.ofDays(730));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "quick", "NaN", "1e9", "Infinity", "2x"})
    void what_is_no_speed_says_what_one_is(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaybackSpeed.of(text))
                .withMessageContaining("2 is twice as quick");
    }
}
