package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings and aliases that cannot be; those that are listed and saved are in ConfigurationTest. */
final class SetVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    /** Columns: a line, what is wrong with it, the place of the caret, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            set quiet=yes       | expected on or off for quiet, found 'yes'                                    | 10 |
            set quiet:=true     | expected on or off for quiet, found 'true'                                  | 11 |
            set @all.json       | there is no setting '@all.json'                                              | 4  |
            set timeout=soon    | expected a time such as 500ms, 5s, 2m or 1h for timeout, found 'soon'         | 12 |
            set timeuot=5s      | there is no setting 'timeuot'                                                | 4  | did you mean 'timeout'?
            set xyzzy=1         | there is no setting 'xyzzy'                                                  | 4  | its settings:
            set timeout[0]=5s   | there is no setting 'timeout[0]=5s'                                          | 4  |
            set hub=tcp://a:1   | set cannot change 'hub'                                                      | 4  | use HUBSH_HUB or config.toml; help settings
            set quiet=on json=2 | expected on or off for json, found '2'                                       | 18 |
            alias 1a=ping       | expected NAME='LINE', found '1a=ping'                                        | 6  |
            alias a[0]=ping     | expected NAME='LINE', found 'a[0]=ping'                                      | 6  |
            alias @all.json     | expected NAME='LINE', found '@all.json'                                      | 6  |
            alias ping=status   | there is a verb 'ping' already                                               | 6  | choose another word
            alias a=pign        | expected a line that starts with a verb, found 'pign'                        | 8  | did you mean 'ping'?
            alias a=xyzzy       | expected a line that starts with a verb, found 'xyzzy'                       | 8  | help shows all verbs
            """)
    void a_wrong_word_is_pointed_at(String line, String wrong, int caret, @Nullable String remedy) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .startsWith("error: " + wrong + "\n  " + line + "\n  " + " ".repeat(caret) + "^\n")
                .contains(remedy == null ? "" : "\n  " + remedy);
    }

    @Test
    void nothing_is_set_where_one_of_several_is_wrong() {
        bench.run("set check=off timeout=soon");
        bench.run("alias a=ping b=xyzzy");

        assertThat(bench.session.memory().preferences().isChecking()).isTrue();
        assertThat(bench.session.memory().aliases().all()).isEmpty();
    }

    @Test
    void an_alias_may_begin_with_one_of_the_same_line() {
        assertThat(bench.run("alias a='ping hub' b='a --count 2' c='$x | count' d='.x'; alias a="))
                .isZero();

        assertThat(bench.session.memory().aliases().all()).containsOnlyKeys("b", "c", "d");
        assertThat(bench.run("alias --json")).isZero();
        assertThat(bench.screen.data()).contains("{\"alias\":\"b\",\"line\":\"a --count 2\"}");
    }
}
