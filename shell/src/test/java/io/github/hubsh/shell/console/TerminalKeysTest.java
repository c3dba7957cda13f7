package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that are pressed at a terminal of the test, and where there is none. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TerminalKeysTest {
    private final PseudoTerminal terminal;
    private final String device;
    private final TerminalKeys keys;

    TerminalKeysTest() throws IOException {
        terminal = PseudoTerminal.open();
        device = terminal.device().toString();
        keys = new TerminalKeys(device);
    }

    @AfterEach
    void close() throws IOException {
        keys.close();
        terminal.close();
    }

    @Test
    void each_key_is_there_at_once_and_is_not_echoed() throws IOException {
        assertThat(keys.open()).isTrue();

        assertThat(typed("q")).isEqualTo("q");
        assertThat(typed("\u001b[A")).isEqualTo("\u001b[A");
        assertThat(typed("\u00ff")).isEqualTo("\u00ff");
        assertThat(terminal.screen().available()).isZero();
        assertThat(Stty.run(device, "-a")).contains(" -echo ", " -icanon");
    }

    @Test
    void no_key_is_waited_for_for_ever() throws IOException {
        assertThat(keys.open()).isTrue();

        assertThat(keys.read()).isEmpty();
    }

    @Test
    void the_terminal_gets_its_mode_back() throws IOException {
        String before = Stty.run(device, "-g");

        assertThat(keys.open()).isTrue();
        assertThat(Stty.run(device, "-g")).isNotEmpty().isNotEqualTo(before);
        keys.close();

        assertThat(Stty.run(device, "-g")).isEqualTo(before);
        assertThat(keys.read()).isNull();
    }

    @Test
    void they_open_again_in_another_mode_and_give_that_one_back() {
        assertThat(keys.open()).isTrue();
        keys.close();
        assertThat(Stty.run(device, "intr", "^X")).isEmpty();

        assertThat(keys.open()).isTrue();
        keys.close();

        assertThat(Stty.run(device, "-a")).contains("intr = ^X");
    }

    @Test
    void without_a_terminal_they_do_not_open() throws IOException {
        TerminalKeys none = new TerminalKeys("/dev/null");

        assertThat(none.open()).isFalse();
        assertThat(none.read()).isNull();
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

    private @Nullable String typed(String key) throws IOException {
        terminal.keyboard().write(key.getBytes(StandardCharsets.ISO_8859_1));
        String read = keys.read();
        while (read != null && read.isEmpty()) {
            read = keys.read();
        }
        return read;
    }
}
