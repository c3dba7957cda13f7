package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements with operators: what belongs to the verb, and what becomes of its results. */
final class StatementParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub                        ¦ false
            x plugin_a do_thing x=a|b       ¦ false
            ping '|'                        ¦ false
            10x hub                         ¦ false
            7                               ¦ false
            ping hub | count                ¦ true
            ping hub > file                 ¦ true
            ping hub >> file                ¦ true
            ping hub &                      ¦ true
            r = ping hub                    ¦ true
            3 ping hub                      ¦ true
            .do_thing x=1                   ¦ true
            _                               ¦ true
            ping $name                      ¦ true
            """)
    void only_what_has_an_operator_a_prefix_or_a_reference_needs_this_parser(String line, boolean needed) {
        assertThat(StatementParser.isNeededFor(words(line))).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub                        ¦ 0
            3 ping hub                      ¦ 1
            r = ping hub                    ¦ 2
            r = 3 ping hub                  ¦ 3
            3 r = ping hub                  ¦ 3
            '3' ping hub                    ¦ 0
            3                               ¦ 0
            r =                             ¦ 2
            ping = hub                      ¦ 2
            """)
    void names_and_counts_stand_before_the_verb_in_any_order(String line, int length) {
        assertThat(StatementParser.prefixLength(words(line))).isEqualTo(length);
    }

    /** Columns: what is typed; the verb with its operands; then what stands around it. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            r = ping hub                     ¦ ping hub                    ¦ r = 1
            3 ping hub                       ¦ ping hub                    ¦ 3
            r = 3 ping hub                   ¦ ping hub                    ¦ r = 3
            3 r = ping hub                   ¦ ping hub                    ¦ r = 3
            ping hub | count                 ¦ ping hub                    ¦ 1 | COUNT
            plugins | where '.hub == "a"' | head 2 ¦ plugins               ¦ 1 | WHERE .hub == "a" | HEAD 2
            plugins | select a,b | table     ¦ plugins                     ¦ 1 | SELECT a b | TABLE
            plugins | !wc -l                 ¦ plugins                     ¦ 1 | SYSTEM wc -l
            ping hub > out                   ¦ ping hub                    ¦ 1 > out
            ping hub >> out                  ¦ ping hub                    ¦ 1 >> out
            ping hub | count > out &         ¦ ping hub                    ¦ 1 | COUNT > out &
            ping hub &                       ¦ ping hub                    ¦ 1 &
            _                                ¦ $value _                    ¦ 1 open
            _1 | count                       ¦ $value _1                   ¦ 1 | COUNT open
            $name                            ¦ $value $name                ¦ 1 open
            ping $name                       ¦ ping $name                  ¦ 1 open
            .do_thing x=1                    ¦ execute . do_thing          ¦ 1 open
            ping hub | x plugin_a do_thing x=$_ ¦ ping hub                 ¦ 1 | EXECUTE plugin_a do_thing x=$_
            ping hub > $file                 ¦ ping hub                    ¦ 1 > $file open
            watch 1s plugins | count > out   ¦ watch 1s plugins | count    ¦ 1 > out
            watch 1s ping $name              ¦ watch 1s ping $name         ¦ 1
            watch 1s plugins > out --count 2 & ¦ watch 1s plugins          ¦ 1 > out &
            """)
    void a_statement_is_cut_into_a_verb_and_what_becomes_of_its_results(String line, String verb, String around) {
        Statement statement = StatementParser.parse(words(line));

        List<String> typed = new ArrayList<>(List.of(statement.verb().syntax().name()));
        statement.arguments().operandsFrom(0).forEach(word -> typed.add(word.text()));
        assertThat(String.join(" ", typed)).isEqualTo(verb);
        assertThat(text(requireNonNull(statement.pipeline()))).isEqualTo(around);
    }

    /** Columns: what is typed, the character that the error points at, and what it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            | count                  ¦ 0  ¦ expected a verb before '|'
            r =                      ¦ 4  ¦ expected a verb after '='
            r = | count              ¦ 4  ¦ expected a verb before '|'
            3 & ping hub             ¦ 2  ¦ expected a verb before '&'
            1a = ping hub            ¦ 0  ¦ expected a variable's name such as x1, found '1a'
            0 ping hub               ¦ 0  ¦ expected a count from 1 to 999999999, found '0'
            1000000000 ping hub      ¦ 0  ¦ expected a count from 1 to 999999999, found '1000000000'
            ping hub |               ¦ 11 ¦ expected a filter after '|'
            ping hub | frob          ¦ 11 ¦ there is no filter 'frob'
            ping hub >               ¦ 11 ¦ expected a file name after '>'
            ping hub >>              ¦ 12 ¦ expected a file name after '>>'
            ping hub > ''            ¦ 11 ¦ expected a file name after '>'
            ping hub > a b           ¦ 13 ¦ expected no further word, found 'b'
            ping hub > a | count     ¦ 13 ¦ expected the end of the statement after the file
            plugins | where .a > 3   ¦ 19 ¦ expected a file name after '>', found '3'
            plugins | jq .a > .b     ¦ 16 ¦ expected a file name after '>', found '.b'
            watch 1s plugins | where .a > 3 ¦ 28 ¦ expected a file name after '>', found '3'
            """)
    void an_error_points_at_the_operator_or_the_word(String line, int offset, String message) {
        assertThatThrownBy(() -> StatementParser.parse(words(line)))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.text()).isEqualTo(message);
                    assertThat(requireNonNull(wrong.place()).offset()).isEqualTo(offset);
                });
    }

    private static List<Word> words(String line) {
        return Lexer.read(line).statements().get(0);
    }

    private static String text(PipelineSpec spec) {
        StringBuilder text = new StringBuilder();
        text.append(spec.name() == null ? "" : spec.name() + " = ").append(spec.times());
        for (Pipe pipe : spec.pipes()) {
            text.append(" | ").append(pipe.kind());
            List<Word> operands = pipe.kind() == Pipe.Kind.EXECUTE
                    ? pipe.words().subList(1, pipe.words().size())
                    : pipe.words();
            operands.forEach(word -> text.append(' ').append(word.text()));
        }
        Redirect redirect = spec.redirect();
        if (redirect != null) {
            text.append(redirect.append() ? " >> " : " > ")
                    .append(redirect.file().text());
        }
        return text.append(spec.background() ? " &" : "")
                .append(spec.open() == null ? "" : " open")
                .toString();
    }
}
