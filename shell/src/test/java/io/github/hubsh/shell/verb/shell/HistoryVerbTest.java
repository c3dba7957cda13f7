package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Columns: the line, and what is shown, with / between its lines. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            history line                 | ` 1  line 1/ 2  line 2/ 3  line 3/ 4  line 4/ 5  line 5/ 6  line 6/ 7  line 7/ 8  line 8/ 9  line 9/10  line 10`
            history --count 2            | ` 9  line 9/10  line 10`
            history 1 --plain            | line 1/line 10
            history 1 --count 1          | `10  line 10`
            history --count 99 1 --plain | line 1/line 10
            history --earlier --count 11 --plain 3 | ping pump --count 3/line 3
            history --earlier 3          | `    ping pump --count 3/ 3  line 3`
            """)
    void numbers_stand_below_one_another(String line, String shown) {
        for (int i = 1; i <= 10; i++) {
            bench.session.add("line " + i);
        }

        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.data()).isEqualTo(shown.replace('/', '\n') + "\n");
    }
}
