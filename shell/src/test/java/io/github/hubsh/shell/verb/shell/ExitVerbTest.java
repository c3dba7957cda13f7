package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExitVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void exit_leaves_and_runs_nothing_behind_it() {
        bench.run("exit; status");

        assertThat(bench.interpreter.leaving()).isTrue();
        assertThat(bench.screen.data()).isEmpty();
    }

    /** Columns: what is typed, and the exit code; without one the first error gives it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit     |
            quit     |
            exit 0   | 0
            exit 3   | 3
            exit 007 | 7
            exit 255 | 255
            """)
    void a_code_is_that_of_the_program(String line, @Nullable Integer code) {
        bench.run(line);

        assertThat(bench.interpreter.leaving()).isTrue();
        assertThat(bench.interpreter.exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "1000", "x", "1x", "-- -1"})
    void what_is_no_code_leaves_nothing(String code) {
        assertThat(bench.run("exit " + code)).isEqualTo(2);

        assertThat(bench.interpreter.leaving()).isFalse();
        assertThat(bench.screen.messages()).startsWith("error: expected an exit code from 0 to 255\n  exit " + code);
    }
}
