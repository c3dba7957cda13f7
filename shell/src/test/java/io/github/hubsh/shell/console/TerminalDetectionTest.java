package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher says, what Linux says, and lines of {@code /proc/PID/stat} as Linux writes them. */
final class TerminalDetectionTest {
    private static final String TERMINALS = "hubsh.tty";

    private final @Nullable String before = System.getProperty(TERMINALS);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(TERMINALS);
        } else {
            System.setProperty(TERMINALS, before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 (java) S 5 7 5 34816 7 4194304     | false
            7 (java) S 5 7 5 34816 5 4194304     | true
            7 (a) b (c) S 5 7 5 34816 5 4194304  | true
            7 (java) S 5 7 5 0 -1 4194304        | false
            7 (java) S 5 7 5 34817 5 4194304     | false
            7 (java) S 5 7 5 34816               | false
            7 (java)                             | false
            """)
    void a_job_that_does_not_have_the_terminal_is_in_the_background(String stat, boolean background) {
        assertThat(TerminalDetection.isOfBackground(stat, "34816")).isEqualTo(background);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``  | false | false | false
            i   | true  | false | false
            o   | false | true  | false
            e   | false | false | true
            oe  | false | true  | true
            ioe | true  | true  | true
            """)
    void the_launcher_names_the_streams_that_are_terminals(String letters, boolean in, boolean out, boolean err) {
        System.setProperty(TERMINALS, letters);

        assertThat(TerminalDetection.in()).isEqualTo(in);
        assertThat(TerminalDetection.out()).isEqualTo(out);
        assertThat(TerminalDetection.err()).isEqualTo(err);
    }

    @Test
    void a_stream_that_is_no_device_is_no_terminal_without_the_launcher() throws IOException {
        System.clearProperty(TERMINALS);
        Path stdout = Path.of("/proc/self/fd/1");
        assumeThat(stdout).exists();
        assumeThat(Files.readSymbolicLink(stdout).startsWith("/dev")).isFalse();

        assertThat(TerminalDetection.out()).isFalse();
    }
}
