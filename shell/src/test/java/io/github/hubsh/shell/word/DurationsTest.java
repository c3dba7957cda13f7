package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationsTest {
    @Test
    void a_longer_one_is_the_usual_one_unless_that_was_too_short_already() {
        assertThat(Durations.longer(Duration.ZERO, "30m")).isEqualTo("30m");
        assertThat(Durations.longer(Duration.ofSeconds(1799), "30m")).isEqualTo("30m");
        assertThat(Durations.longer(Duration.ofMinutes(30), "30m")).isEqualTo("3600s");
        assertThat(Durations.longer(Duration.ofMillis(1500), "1s")).isEqualTo("3s");
    }
}
