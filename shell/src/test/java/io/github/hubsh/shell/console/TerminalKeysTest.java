package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keys where there is no terminal to press them at. */
final class TerminalKeysTest {
    private final TerminalKeys keys = new TerminalKeys();

    @Test
    void without_a_terminal_they_do_not_open() throws IOException {
        assumeThat(Stty.run("-g")).isEmpty();

        assertThat(keys.open()).isFalse();
        assertThat(keys.read()).isNull();
    }

    @Test
    void keys_that_are_not_open_end_at_once_and_close_quietly() throws IOException {
        assertThat(keys.read()).isNull();
        assertThatCode(() -> {
                    keys.close();
                    keys.close();
                })
                .doesNotThrowAnyException();
    }
}
