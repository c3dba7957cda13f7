package io.github.hubsh.shell.verb.observe.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a reading is, on a clock of its own; it looks at that every 256 lines. */
final class ReadingProgressTest {
    private static final RecordedMessage MEGABYTE = new RecordedMessage(
            FakeRecording.START, Duration.ZERO, "ui", "pump", "execute_request", "go", "s", false, new byte[1 << 20]);

    private final ShellBench bench = ShellBench.terminal();
    private long now = Long.MAX_VALUE - 5; // the clock may pass its end
    private final ReadingProgress progress =
            new ReadingProgress(bench.session.io().display(), () -> now);

    /** Columns: how many lines are read, how long that takes, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            255   | 60000 |
            256   | 0     |
            256   | 1000  |
            256   | 1001  | `rec.jsonl: 256 lines, 256 MB`
            511   | 1001  | `rec.jsonl: 256 lines, 256 MB`
            512   | 1001  | `rec.jsonl: 256 lines, 256 MB`
            """)
    void it_says_so_where_that_takes_longer_than_a_second(int lines, long millis, @Nullable String said) {
        pass(millis);

        read(lines);

        assertThat(bench.screen.progress).isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void it_says_so_again_after_one_more_second() {
        for (int i = 0; i < 5; i++) {
            pass(i % 2 == 0 ? 1001 : 10);
            read(256);
        }

        assertThat(bench.screen.progress)
                .containsExactly(
                        "rec.jsonl: 256 lines, 256 MB",
                        "rec.jsonl: 768 lines, 768 MB",
                        "rec.jsonl: 1,280 lines, 1,280 MB");
    }

    @Test
    void what_has_happened_is_a_line_and_no_message() {
        RecordedLine event = event();
        for (int i = 0; i < 255; i++) {
            progress.read(event, "rec.jsonl");
        }
        pass(1001);
        read(1);

        assertThat(bench.screen.progress).containsExactly("rec.jsonl: 256 lines, 1 MB");
    }

    @Test
    void its_end_takes_the_line_away() {
        pass(1001);
        read(256);
        progress.end();

        assertThat(bench.screen.progress).hasSize(2).endsWith("");
    }

    @Test
    void its_end_says_nothing_where_nothing_was_said() {
        pass(1001);
        read(255);
        progress.end();

        assertThat(bench.screen.progress).isEmpty();
    }

    @Test
    void a_reading_that_is_stopped_ends_within_256_lines() {
        Thread.currentThread().interrupt();
        read(255);

        assertThatThrownBy(() -> read(1))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        stopped -> assertThat(stopped.isInterruption()).isTrue());
        assertThat(Thread.interrupted()).isFalse();
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private void read(int lines) {
        for (int i = 0; i < lines; i++) {
            progress.read(MEGABYTE, "rec.jsonl");
        }
    }

    private static RecordedLine event() {
        try (RecordingReader reader =
                new FakeRecording().event("lost", Map.of()).reader()) {
            return Objects.requireNonNull(reader.next());
        }
    }
}
