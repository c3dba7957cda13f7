package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class ExitVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void exit_leaves_and_runs_nothing_behind_it() {
        bench.run("exit; status");

        assertThat(bench.interpreter.leaving()).isTrue();
        assertThat(bench.screen.data()).isEmpty();
    }
}
