package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OuterOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "watch 1s plugins --count 2 | 2 | plugins",
                "watch 1s plugins --count=2 --ping | 2 | plugins --ping",
                "watch 1s plugins --ping --count 2 | 2 | plugins --ping",
                "watch 1s 'plugins --ping' --count 2 | 2 | plugins --ping",
                "watch 1s r = 3 x p c a=1 --count 2 b=2 | 2 | r = 3 x p c a=1 b=2",
                "watch 1s .c a=1 --count 2 | 2 | .c a=1",
                "watch 1s _ --count 2 | 2 | _",
                "watch 1s ping hub --count 2 | 2 | ping hub",
                "watch 1s ping hub --count=2 --timeout 1s | 2 | ping hub --timeout 1s",
                "watch 1s ping hub --count 3 --count 2 | 2 | ping hub --count 3",
                "watch 1s until p c --for 5s --count 2 | 2 | until p c",
                "watch --count 3 1s ping hub --count 2 | 3 | ping hub --count 2",
                "watch 1s run a.js --count 2 | | run a.js --count 2"
            })
    void a_limit_and_what_the_statement_does_not_have_is_the_outer_verbs(String line, String count, String statement) {
        Arguments arguments = LineParser.parse(line).get(0).arguments();

        assertThat(arguments.text("--count")).isEqualTo(count);
        assertThat(StatementText.of(NestedStatement.parse(arguments.operandsFrom(1))))
                .isEqualTo(StatementText.of(LineParser.parse(statement).get(0)));
    }

    /**
     * Columns: the words behind {@code watch 1s}; the statement's own; the option of watch that waits for its value.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plugins --count 2        | plugins            |
            plugins --count=2 --ping | plugins --ping     |
            plugins --count          | plugins            | --count
            plugins --count=         | plugins            |
            plugins --on-change      | plugins            |
            plugins --on-change --raw | plugins --raw     |
            ping hub --count         | ping hub           | --count
            ping hub --timeout       | ping hub --timeout |
            nonsense --count         | nonsense           | --count
            plugins -- --count       | plugins -- --count |
            plugins '--count'        | plugins --count    |
            run a.js --count         | run a.js --count   |
            ''                       | ''                 |
            --count                  | ''                 | --count
            . --count                | .                  | --count
            """)
    void without_them_the_words_of_the_statement_are_left(String typed, String left, @Nullable String waiting) {
        List<Word> words = Lexer.read(typed).statements().stream().findFirst().orElse(List.of());
        Syntax watch = VerbTable.verb(VerbName.WATCH).syntax();
        Option option = OuterOptions.waiting(watch, words);

        assertThat(OuterOptions.without(watch, words).stream().map(Word::text).collect(Collectors.joining(" ")))
                .isEqualTo(left);
        assertThat(option == null ? null : option.name()).isEqualTo(waiting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plugins  | true
            ping hub | false
            run a.js | false
            nonsense | true
            """)
    void those_that_the_statement_has_itself_are_not_offered(String typed, boolean offered) {
        List<Word> words = Lexer.read(typed).statements().get(0);

        assertThat(OuterOptions.offered(VerbTable.verb(VerbName.WATCH).syntax(), words).stream()
                        .anyMatch(option -> option.name().equals("--count")))
                .isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "watch 1s ping hub | count --count 2 ~ ping hub | count",
                "watch 1s plugins > file --count 2 ~ plugins",
                "watch 1s ping hub --count 3 | count --count 2 ~ ping hub --count 3 | count"
            })
    void behind_a_filter_or_a_file_every_option_is_the_outer_verbs(String line, String statement) {
        Arguments arguments = LineParser.parse(line).get(0).arguments();

        assertThat(arguments.text("--count")).isEqualTo("2");
        assertThat(StatementText.of(NestedStatement.parse(arguments.operandsFrom(1))))
                .isEqualTo(StatementText.of(LineParser.parse(statement).get(0)));
    }
}
