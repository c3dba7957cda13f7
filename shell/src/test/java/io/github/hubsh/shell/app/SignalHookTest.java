package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that does not end when it is interrupted. */
final class SignalHookTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Thread run = new Thread(() -> {});

    @Test
    void it_is_waited_for_as_long_as_it_records() {
        Deque<Boolean> recording = new ArrayDeque<>(List.of(true, true, false, true));

        new SignalHook(run, recording::remove, SHORT).run();

        assertThat(recording).hasSize(1);
    }

    @Test
    void a_recording_that_does_not_end_is_not_waited_for_without_end() {
        new SignalHook(run, () -> true, SHORT).run();

        assertThat(run.isAlive()).isFalse();
    }

    @Test
    void where_it_has_ended_nothing_is_asked() {
        SignalHook hook = new SignalHook(
                run,
                () -> {
                    throw new AssertionError("asked");
                },
                SHORT);
        hook.ended();

        hook.run();
    }
}
