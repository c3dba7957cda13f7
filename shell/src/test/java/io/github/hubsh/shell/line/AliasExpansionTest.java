package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AliasExpansionTest {
    private static final AliasExpansion ALIASES = new AliasExpansion(Map.of(
            "p", "ping",
            "ph", "p hub",
            "ping", "ping --timeout 1s",
            "a", "b",
            "b", "a 1",
            "named", "r = p",
            "often", "watch 1s",
            "none", "",
            "open", "ping 'hub",
            "two", "ping hub; status"));

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            status               ¦ status
            p hub                ¦ ping --timeout 1s hub
            ph --count 2         ¦ ping --timeout 1s hub --count 2
            r = p hub            ¦ r = ping --timeout 1s hub
            3 p hub              ¦ 3 ping --timeout 1s hub
            named hub            ¦ r = ping --timeout 1s hub
            status p             ¦ status p
            a                    ¦ a 1
            b                    ¦ b 1
            none p               ¦ ping --timeout 1s
            none                 ¦ ``
            r =                  ¦ r =
            watch 1s p hub       ¦ watch 1s ping --timeout 1s hub
            watch --count 2 1s p ¦ watch --count 2 1s ping --timeout 1s
            often p hub          ¦ watch 1s ping --timeout 1s hub
            watch 1s             ¦ watch 1s
            watch 1s watch p     ¦ watch 1s watch p
            watch 1s status p    ¦ watch 1s status p
            'watch' 1s p         ¦ watch 1s p
            until p c            ¦ until p c
            """)
    void an_alias_stands_for_words_where_a_verb_does(String typed, String expanded) {
        assertThat(ALIASES.of(words(typed)).stream().map(Word::text).collect(Collectors.joining(" ")))
                .isEqualTo(expanded);
    }

    /** Columns: what is typed; the line of the alias and where in it the error is; the error. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            open      ¦ ping 'hub        ¦ 5 ¦ expected a closing ' for this quote
            two       ¦ ping hub; status ¦ 0 ¦ expected one statement in the alias 'two'
            often two ¦ ping hub; status ¦ 0 ¦ expected one statement in the alias 'two'
            """)
    void an_error_points_into_the_alias(String typed, String line, int offset, String message) {
        assertThatThrownBy(() -> ALIASES.of(words(typed))).isInstanceOfSatisfying(ShellException.class, error -> {
            assertThat(error.text()).isEqualTo(message);
            assertThat(Objects.requireNonNull(error.place()).line()).isEqualTo(line);
            assertThat(error.place().offset()).isEqualTo(offset);
        });
    }

    private static List<Word> words(String line) {
        return Lexer.read(line).statements().get(0);
    }
}
