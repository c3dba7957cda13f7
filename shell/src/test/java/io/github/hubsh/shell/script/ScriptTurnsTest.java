package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTurnsTest {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final List<String> events = new ArrayList<>();
    private final ScriptTurns turns = new ScriptTurns(new ScriptTurn.Interruptions() {
        @Override
        public void wake() {
            events.add("wake");
        }

        @Override
        public void cut() {
            events.add("cut");
        }
    });

    @Test
    void nothing_is_interrupted_without_a_turn() {
        turns.interruptOverdue(System.nanoTime() + MINUTE_NANOS);
        turns.stop();
        turns.notice();

        assertThat(turns.end()).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void a_turn_is_interrupted_when_its_time_is_over_and_not_after_its_end() {
        turns.begin(Duration.ofSeconds(1));
        turns.interruptOverdue(System.nanoTime());
        assertThat(events).isEmpty();

        turns.interruptOverdue(System.nanoTime() + MINUTE_NANOS);
        assertThat(turns.end()).isTrue();
        turns.interruptOverdue(System.nanoTime() + 2 * MINUTE_NANOS);

        assertThat(events).containsExactly("wake");
    }

    @Test
    void a_stop_ends_the_time_of_work_and_not_that_of_a_clean_up() {
        turns.begin(Duration.ofDays(1));
        turns.stop();
        turns.interruptOverdue(System.nanoTime());
        assertThat(turns.end()).isTrue();

        turns.beginCleanUp(Duration.ofDays(1));
        turns.stop();
        turns.interruptOverdue(System.nanoTime());
        assertThat(turns.end()).isFalse();

        assertThat(events).containsExactly("wake");
    }
}
