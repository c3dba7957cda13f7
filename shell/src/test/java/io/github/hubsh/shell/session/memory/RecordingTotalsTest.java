package io.github.hubsh.shell.session.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RecordingTotalsTest {
    @Test
    void people_read_a_sentence() {
        assertThat(new RecordingTotals("a.jsonl", 1, 1, 0, Duration.ofSeconds(3)).text())
                .isEqualTo("a.jsonl: 1 message in 3 s");
        assertThat(new RecordingTotals("a.jsonl", 3, 12_345, 1_000, Duration.ofMinutes(5)).text())
                .isEqualTo("a.jsonl and 2 more: 12,345 messages in 5 min, 1,000 missed");
        assertThat(new RecordingTotals("a.jsonl", 2, 0, 0, Duration.ofMinutes(150)).text())
                .isEqualTo("a.jsonl and 1 more: 0 messages in 2.5 h");
    }
}
