package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.memory.ActiveRecording;
import io.github.hubsh.shell.session.memory.RecordingTotals;
import io.github.hubsh.shell.session.network.HubIdentity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PromptTextTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void a_mark_stands_behind_the_focus_while_something_is_recorded() {
        ActiveRecording recording = new Endless();
        assertThat(PromptText.of(bench.session, false)).isEqualTo("(not connected)> ");
        bench.run("ping plugin_a; use plugin_a");
        assertThat(PromptText.of(bench.session, false)).isEqualTo("hub:plugin_a> ");

        bench.session.memory().recordings().add(recording);
        assertThat(PromptText.of(bench.session, false)).isEqualTo("hub:plugin_a ●rec> ");
        assertThat(PromptText.of(bench.session, true)).contains(" ●rec").contains("\u001b[");

        bench.session.memory().recordings().remove(recording);
        assertThat(PromptText.of(bench.session, false)).isEqualTo("hub:plugin_a> ");
    }

    private static final class Endless implements ActiveRecording {
        @Override
        public void leaveOut(HubIdentity own) {}

        @Override
        public RecordingTotals totals() {
            return new RecordingTotals("rec.jsonl", 1, 0, 0, Duration.ZERO);
        }

        @Override
        public void stop() {
            // It continues.
        }

        @Override
        public boolean awaitEnd(Duration timeout) {
            return false;
        }
    }
}
