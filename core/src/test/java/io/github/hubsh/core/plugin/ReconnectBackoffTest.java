package io.github.hubsh.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The pauses between attempts, with chance as an argument. */
final class ReconnectBackoffTest {
    private static final Duration MIN = Duration.ofNanos(100);
    private static final Duration MAX = Duration.ofNanos(500);

    @Test
    void pauses_double_up_to_a_limit_and_begin_again() {
        ReconnectBackoff backoff = new ReconnectBackoff(MIN, MAX, () -> 1);
        assertThat(new long[] {backoff.next(), backoff.next(), backoff.next(), backoff.next(), backoff.next()})
                .containsExactly(100, 200, 400, 500, 500);
        backoff.restart();
        assertThat(backoff.next()).isEqualTo(100);
    }

    @Test
    void chance_shortens_a_pause_by_half_at_the_most() {
        assertThat(new ReconnectBackoff(MIN, MAX, () -> 0).next()).isEqualTo(50);
        assertThat(new ReconnectBackoff(MIN, MAX, () -> 0.5).next()).isEqualTo(75);
    }
}
