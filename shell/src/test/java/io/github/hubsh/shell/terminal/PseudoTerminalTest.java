package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small program at a terminal that this end types at and looks at. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PseudoTerminalTest {
    private final PseudoTerminal terminal;

    PseudoTerminalTest() throws IOException {
        terminal = PseudoTerminal.open();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void a_program_takes_it_for_a_persons_of_80_columns() throws IOException, InterruptedException {
        Process program = start("test -t 0 && test -t 1 && test -t 2 && stty size");

        assertThat(shown("24 80\r\n".length())).isEqualTo("24 80\r\n");
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
    }

    @Test
    void what_is_typed_is_echoed_and_read_line_by_line() throws IOException, InterruptedException {
        Process program = start("read -r line; echo \"got $line\"; read -r end || exit 7");
        terminal.keyboard().write("ping\r\u0004".getBytes(StandardCharsets.US_ASCII));

        assertThat(shown("ping\r\ngot ping\r\n".length())).isEqualTo("ping\r\ngot ping\r\n");
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(7);
    }

    @Test
    void nothing_can_be_typed_at_it_once_it_is_closed() throws IOException {
        OutputStream keyboard = terminal.keyboard();

        terminal.close();

        assertThatThrownBy(() -> keyboard.write('x')).isInstanceOf(IOException.class);
        assertThatCode(terminal::close).doesNotThrowAnyException();
    }

    private Process start(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script)
                .redirectInput(terminal.device())
                .redirectOutput(terminal.device())
                .redirectError(terminal.device())
                .start();
    }

    private String shown(int length) throws IOException {
        byte[] bytes = new byte[length];
        // Java 17 wants to know the position in a file of which many bytes are read, and a terminal has none.
        new DataInputStream(terminal.screen()).readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
