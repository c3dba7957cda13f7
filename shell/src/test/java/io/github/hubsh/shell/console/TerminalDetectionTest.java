package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of {@code /proc/PID/stat} as Linux writes them. */
final class TerminalDetectionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 (java) S 5 7 5 34816 7 4194304     | false
            7 (java) S 5 7 5 34816 5 4194304     | true
            7 (a) b (c) S 5 7 5 34816 5 4194304  | true
            7 (java) S 5 7 5 0 -1 4194304        | false
            7 (java) S 5 7 5 34817 5 4194304     | false
            7 (java)                             | false
            """)
    void a_job_that_does_not_have_the_terminal_is_in_the_background(String stat, boolean background) {
        assertThat(TerminalDetection.isOfBackground(stat, "34816")).isEqualTo(background);
    }
}
