package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementTest {
    /** Columns: a line; which of live, {@code shows} results while it runs, and {@code bytes} it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ping hub               | ''
            plugins                | ''
            tail                   | live shows
            tail plugin_a          | live shows
            record a.rec           | live shows
            record stop            | ''
            watch 1s plugins       | shows
            top                    | shows
            recording info a.rec   | shows
            recording cut a.rec    | shows bytes
            """)
    void a_statement_says_what_becomes_of_its_results(String line, String expected) {
        Statement statement = statement(line);

        assertThat(((statement.isLive() ? "live " : "")
                                + (statement.showsWhileItRuns() ? "shows " : "")
                                + (statement.givesBytes() ? "bytes" : ""))
                        .strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x p c    | EXECUTE | true  | WRITES_FILES | false
            x p c    | PING    | false | WRITES_FILES | false
            save f   | SAVE    | true  | WRITES_FILES | true
            """)
    void a_statement_knows_its_verb(String line, VerbName verb, boolean isIt, VerbTrait trait, boolean has) {
        Statement statement = statement(line);

        assertThat(statement.isVerb(verb)).isEqualTo(isIt);
        assertThat(statement.name() == verb).isEqualTo(isIt);
        assertThat(statement.has(trait)).isEqualTo(has);
        assertThat(statement.pipeline()).isNull();
    }

    private static Statement statement(String line) {
        return LineParser.parse(line).get(0);
    }
}
