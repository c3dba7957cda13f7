package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.Arguments;
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
