package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class HistoryVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void history_shows_the_last_lines() {
        bench.run("history --count 2; history --plain --count 2; history --count 1 --json");

        assertThat(bench.screen.data()).isEqualTo("2  ping hub\n3  exit\nping hub\nexit\n[\"exit\"]\n");
    }

    @Test
    void history_with_a_filter_shows_the_lines_that_have_it_under_their_numbers() {
        bench.run("history it; history ping --earlier");
        assertThat(bench.screen.data()).isEqualTo("3  exit\n   ping pump --count 3\n2  ping hub\n");

        bench.run("history pump; history nothing --earlier");
        assertThat(bench.screen.messages()).isEqualTo("""
                        no line of this session has 'pump'; history 'pump' --earlier looks at earlier sessions
                        no line of the history has 'nothing'
                        """);
    }
}
