package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends before the program begins; all else needs a process. */
final class MainTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \ufffd             | 1
            ping x\ufffd       | 2
            ping hub a=\ufffd \ufffd | 3
            """)
    void an_argument_that_is_not_utf_8_is_refused(String arguments, int number) {
        assumeThat(Path.of("/proc/self/cmdline")).exists();
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));

        assertThat(Main.run(List.of(arguments.split(" ", -1)))).isEqualTo(2);

        assertThat(messages.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("error: argument " + number + " is not UTF-8 text");
    }
}
