package io.github.hubsh.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AliasRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            up        |
            all-up    |
            _up2      |
            2up       | expected a word for the alias, found '2up'
            -up       |
            _         | expected a word for the alias, found '_'
            -1        | expected a word for the alias, found '-1'
            ``        | expected a word for the alias, found ''
            a b       | expected a word for the alias, found 'a b'
            a.b       | expected a word for the alias, found 'a.b'
            ping      | there is a verb 'ping' already
            x         | there is a verb 'x' already
            PING      |
            """)
    void a_name_is_a_word_and_no_verb(String name, @Nullable String wrong) {
        assertThat(AliasRule.wrongName(name)).isEqualTo(wrong);
    }

    /** Columns: a line, the word that it begins with, and what is wrong with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ping hub       | ping      |
            ping           | ping      |
            `  x p c `     | x         |
            up now         | up        |
            ``             | ``        |
            ` `            | ``        |
            .do_thing x=1  | .do_thing |
            $pump.a        | $pump.a   |
            _ x            | _         |
            3 ping hub     | 3         |
            0              | 0         |
            9 ping hub     | 9         |
            pign hub       | pign      | expected a line that starts with a verb, found 'pign'
            a.b            | a.b       | expected a line that starts with a verb, found 'a.b'
            !ls            | !ls       | expected a line that starts with a verb, found '!ls'
            """)
    void a_line_begins_with_a_verb_an_alias_a_value_or_a_count(String line, String first, @Nullable String wrong) {
        assertThat(AliasRule.first(line)).isEqualTo(first);
        assertThat(AliasRule.wrongLine(line, List.of("up"))).isEqualTo(wrong);
    }
}
