package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500ms      | 500
            5s         | 5000
            5          | 5000
            2m         | 120000
            2min       | 120000
            1h         | 3600000
            1.5s       | 1500
            0.25       | 250
            .5         | 500
            5.         | 5000
            0          | 0
            0ms        | 0
            0.9ms      | 0
            0.0019s    | 1
            999999999h | 3599999996400000
            9.9999999  | 9999
            """)
    void a_time_is_a_number_and_a_unit_or_of_seconds(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s",
                ".",
                ".s",
                "1.2.3",
                "..5",
                "1d",
                "5 s",
                " 5",
                "-1",
                "+1",
                "1e3",
                "5S",
                "5sec",
                "٥",
                "1234567890",
                "1.00000000",
                "1/",
                "1:"
            })
    void anything_else_is_no_time(String text) {
        assertThat(Durations.parse(text)).isNull();
    }

    /** Columns: microseconds, as it reads well, as it is typed, in milliseconds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0 ms    | 0s      | 0.0
            49        | 0 ms    | 0s      | 0.049
            50        | 0.1 ms  | 0s      | 0.05
            800       | 0.8 ms  | 0s      | 0.8
            1234      | 1.2 ms  | 1ms     | 1.234
            250000    | 250 ms  | 250ms   | 250.0
            999949    | 999.9 ms | 999ms  | 999.949
            1000000   | 1 s     | 1s      | 1000.0
            1250000   | 1.3 s   | 1250ms  | 1250.0
            5000000   | 5 s     | 5s      | 5000.0
            90000000  | 90 s    | 90s     | 90000.0
            """)
    void a_time_is_written_for_reading_for_typing_and_for_counting(
            long micros, String read, String typed, double millis) {
        Duration duration = Duration.ofNanos(micros * 1000 + 999);

        assertThat(Durations.format(duration)).isEqualTo(read);
        assertThat(Durations.text(duration)).isEqualTo(typed);
        assertThat(Durations.inMillis(duration)).isEqualTo(millis);
    }

    @Test
    void a_longer_one_is_the_usual_one_unless_that_was_too_short_already() {
        assertThat(Durations.longer(Duration.ZERO, "30m")).isEqualTo("30m");
        assertThat(Durations.longer(Duration.ofSeconds(1799), "30m")).isEqualTo("30m");
        assertThat(Durations.longer(Duration.ofMinutes(30), "30m")).isEqualTo("3600s");
        assertThat(Durations.longer(Duration.ofMillis(1500), "1s")).isEqualTo("3s");
    }
}
