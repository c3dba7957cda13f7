package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the terminal is for a process that has none, as a build of a server; tests in tmux have real ones. */
final class TerminalSizeTest {
    @ParameterizedTest
    @ValueSource(ints = {20, 80, 132})
    void without_a_terminal_it_is_what_the_environment_says(int columns) {
        assumeThat(Stty.run("size")).isEmpty();
        TerminalSize size = new TerminalSize(columns);

        assertThat(size.columns()).isEqualTo(columns);
        assertThat(size.rows()).isEqualTo(24);
        assertThat(size.columns()).isEqualTo(columns);
    }
}
