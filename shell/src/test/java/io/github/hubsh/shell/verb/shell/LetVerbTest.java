package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that are made and listed; where their names stand is in VariablesTest. */
final class LetVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    /** Columns: the line, what is wrong, the place of the caret, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            let @all.json | expected NAME=VALUE, found '@all.json'               | 4 | let name:=@FILE reads a value from a file
            let 1a=1      | expected a variable's name such as x1, found '1a'    | 4 | help variables
            let a=1 b-c=1 | expected a variable's name such as x1, found 'b-c'   | 8 | help variables
            """)
    void a_wrong_name_is_pointed_at_and_nothing_is_made(String line, String wrong, int caret, String remedy) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .isEqualTo("error: " + wrong + "\n  " + line + "\n  " + " ".repeat(caret) + "^\n  " + remedy + "\n");
        assertThat(bench.session.memory().variables().all()).isEmpty();
    }

    @Test
    void they_are_listed_with_their_values() {
        assertThat(bench.run("let a=1 b==1 c[d]=x e:='[null]'; let --jsonl")).isZero();

        assertThat(bench.screen.data())
                .isEqualTo("[{\"name\":\"a\",\"value\":1},{\"name\":\"b\",\"value\":\"1\"},"
                        + "{\"name\":\"c\",\"value\":{\"d\":\"x\"}},{\"name\":\"e\",\"value\":[null]}]\n");
    }
}
