package io.github.hubsh.shell.filter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.Map;
import java.util.stream.IntStream;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a jq expression, and where. A tab is written as →, a line break as ↵. */
final class JqErrorTest {
    private static final String EXAMPLES = "help filters shows examples";

    /** Columns: the expression; the index that the error points at; what is found there. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            .a |            ¦ 4  ¦ the end
            .[              ¦ 2  ¦ the end
            map(.a          ¦ 6  ¦ the end
            if . then 1     ¦ 11 ¦ the end
            .a == ==        ¦ 6  ¦ '='
            .a )            ¦ 3  ¦ ')'
            .a → )          ¦ 5  ¦ ')'
            →)              ¦ 1  ¦ ')'
            .a |↵  )        ¦ 7  ¦ ')'
            .a |↵→)         ¦ 6  ¦ ')'
            .a |↵.b |       ¦ 9  ¦ the end
            `.a § b`        ¦ 3  ¦ '§'
            .a 😀           ¦ 3  ¦ '😀'
            .a then         ¦ 3  ¦ 't'
            """)
    void a_slip_is_pointed_at(String expression, int index, String found) {
        assertThatThrownBy(() -> JqExpression.compile(word(expression), Map.of()))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
                    assertThat(wrong.text()).isEqualTo("expected more of the jq expression, found " + found);
                    assertThat(wrong.hint()).isEqualTo(EXAMPLES);
                    assertThat(index(wrong)).isEqualTo(found.equals("the end") ? expression.length() : index);
                });
    }

    /** Columns: the expression; the index; the message; the hint. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            .a | nope           ¦ 5  ¦ jq has no function nope with 0 arguments here ¦ a key is written with a dot: .nope
            lenght              ¦ 0  ¦ jq has no function lenght with 0 arguments here ¦ a key is written with a dot: .lenght; did you mean 'length'?
            .a | maap(.b)       ¦ 5  ¦ jq has no function maap with 1 arguments here ¦ did you mean 'map'?
            zzzzzzzz(1; 2)      ¦ 0  ¦ jq has no function zzzzzzzz with 2 arguments here ¦ help filters shows examples
            map(1; 2)           ¦ 0  ¦ jq has no function map with 2 arguments here ¦ -
            .a > $limit         ¦ 5  ¦ there is no variable $limit ¦ let and NAME = … make variables; help variables
            $known + $unknown   ¦ 9  ¦ there is no variable $unknown ¦ let and NAME = … make variables; help variables
            """)
    void an_unknown_name_is_pointed_at(String expression, int index, String message, String hint) {
        assertThatThrownBy(() -> JqExpression.compile(word(expression), Map.of("known", 1L)))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
                    assertThat(wrong.text()).isEqualTo(message);
                    assertThat(index(wrong)).isEqualTo(index);
                    if (!hint.equals("-")) {
                        assertThat(wrong.hint()).isEqualTo(hint);
                    }
                });
    }

    /** Columns: what the library says, or a dash for nothing; the message; the index. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            -                                                   ¦ expected a jq expression ¦ 0
            odd                                                 ¦ expected a jq expression ¦ 0
            Lexical error at line 1, column 2.                  ¦ expected more of the jq expression, found 'a' ¦ 1
            Lexical error at line 1, column 9.                  ¦ expected more of the jq expression, found the end ¦ 3
            Lexical error at line 2, column 1.                  ¦ expected more of the jq expression, found the end ¦ 3
            Encountered "<EOF>" at line 1, column 2.            ¦ expected more of the jq expression, found the end ¦ 3
            Encountered unexpected: "<EOF>" at line 1, column 2. ¦ expected more of the jq expression, found the end ¦ 3
            Encountered: "b" at line 1, column 3.               ¦ expected more of the jq expression, found 'b' ¦ 2
            """)
    void what_the_library_says_is_read_as_far_as_it_is_known(String detail, String message, int index) {
        Throwable cause = detail.equals("-") ? null : new IllegalStateException(detail);

        ShellException wrong = JqError.ofSyntax(word(".ab"), new JsonQueryException("", cause));

        assertThat(wrong.text()).isEqualTo(message);
        assertThat(wrong.hint()).isEqualTo(EXAMPLES);
        assertThat(index(wrong)).isEqualTo(index);
    }

    @Test
    void a_number_that_is_too_large_is_said_to_be_one() {
        ShellException wrong = JqError.ofSyntax(word("1e999"), new JsonQueryException("", new NumberFormatException()));

        assertThat(wrong.text()).isEqualTo("expected a number that fits a double in the jq expression");
        assertThat(index(wrong)).isZero();
        assertThat(wrong.hint()).isNull();
    }

    /** Columns: what the library says of a run that failed; the message, or a dash where the input may be at fault. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            Cannot index number with "a"             ¦ -
            Function a/0 does not exist, says a text ¦ -
            -                                        ¦ -
            Function ab/0 does not exist             ¦ jq has no function ab with 0 arguments here
            Function far/3 does not exist            ¦ jq has no function far with 3 arguments here
            $x is not defined                        ¦ there is no variable $x
            """)
    void only_a_name_is_wrong_for_any_input(String detail, String message) {
        ShellException wrong = JqError.ofName(word(".ab"), new JsonQueryException(detail.equals("-") ? null : detail));

        assertThat(wrong == null ? "-" : wrong.text()).isEqualTo(message);
        assertThat(wrong == null ? 0 : index(wrong)).isEqualTo(message.contains(" ab ") ? 1 : 0);
    }

    private static int index(ShellException wrong) {
        return requireNonNull(wrong.place()).offset();
    }

    private static Word word(String expression) {
        String text = expression.replace('→', '\t').replace('↵', '\n');
        int[] offsets = IntStream.range(0, text.length()).toArray();
        return new Word(text, text, offsets, new boolean[text.length()], 0, text.length());
    }
}
