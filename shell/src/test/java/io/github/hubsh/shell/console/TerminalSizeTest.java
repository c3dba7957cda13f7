package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a terminal of the test is, and one that is none, as for a build on a server. */
final class TerminalSizeTest {
    /** Columns: what the terminal says, and what is made of it. */
    @ParameterizedTest
    @CsvSource({
        "100, 30, 100, 30",
        "20, 1, 20, 1",
        "19, 5, 20, 5",
        "0, 0, 70, 24",
        "0, 30, 70, 30",
        "100, 0, 100, 24",
        "60000, 50000, 10000, 10000"
    })
    void it_is_what_the_terminal_says_within_limits(int columns, int rows, int width, int height) throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            resize(terminal, columns, rows);
            TerminalSize size = new TerminalSize(terminal.device().toString(), 70);

            assertThat(size.columns()).isEqualTo(width);
            assertThat(size.rows()).isEqualTo(height);
        }
    }

    @Test
    void a_window_that_changes_is_seen_some_time_later() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            TerminalSize size = new TerminalSize(terminal.device().toString(), 70);
            assertThat(size.columns()).isEqualTo(80);

            resize(terminal, 100, 30);

            Eventually.eventually(() -> size.columns() == 100 && size.rows() == 30, Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 132})
    void without_a_terminal_it_is_what_the_environment_says(int columns) {
        TerminalSize size = new TerminalSize("/dev/null", columns);

        assertThat(size.columns()).isEqualTo(columns);
        assertThat(size.rows()).isEqualTo(24);
        assertThat(size.columns()).isEqualTo(columns);
    }

    private static void resize(PseudoTerminal terminal, int columns, int rows) {
        assertThat(Stty.run(terminal.device().toString(), "columns", "" + columns, "rows", "" + rows))
                .isEmpty();
    }
}
