package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of one filter, behind the {@code |}. */
final class PipeParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            count                         ¦ COUNT
            table                         ¦ TABLE
            plot                          ¦ PLOT
            bytes                         ¦ BYTES
            jq '.a | .b'                  ¦ JQ .a | .b
            where '.a > 3'                ¦ WHERE .a > 3
            where $condition              ¦ WHERE $condition
            head 0                        ¦ HEAD 0
            head $n                       ¦ HEAD $n
            select a                      ¦ SELECT a
            select a,b c                  ¦ SELECT a·b·c
            select a, b ,c,,              ¦ SELECT a·b·c
            select 'a,b' c                ¦ SELECT a,b·c
            !wc -l                        ¦ SYSTEM wc -l
            !  wc                         ¦ SYSTEM wc
            x p c s=$_.a                  ¦ EXECUTE x·p·c·s=$_.a
            execute $_ c                  ¦ EXECUTE execute·$_·c
            """)
    void a_filter_has_the_operands_of_its_kind(String filter, String expected) {
        List<Word> words = words(filter);
        Pipe pipe = PipeParser.parse(words.get(0), words.subList(1, words.size()));
        String operands = pipe.words().stream().map(Word::text).collect(Collectors.joining("·"));
        assertThat((pipe.kind() + " " + operands).strip()).isEqualTo(expected);
        assertThat(pipe.name()).isSameAs(words.get(1));
    }

    /**
     * Columns: what stands behind the {@code |}, the character that the error points at, what it says, and the remedy.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ``                 ¦ 2  ¦ expected a filter after '|'                       ¦ help filters shows them all
            cuont              ¦ 2  ¦ there is no filter 'cuont'                        ¦ did you mean 'count'?
            zzzzzz             ¦ 2  ¦ there is no filter 'zzzzzz'                       ¦ help filters shows them all
            ping hub           ¦ 2  ¦ there is no filter 'ping'                         ¦ a verb takes the result as $_:  … ; ping hub $_
            ping _             ¦ 2  ¦ there is no filter 'ping'                         ¦ a verb takes the result as $_:  … ; ping $_
            x p c              ¦ 2  ¦ expected the result, $_, in this request          ¦ x p c NAME=$_
            x p c s=-          ¦ 2  ¦ expected the result, $_, in this request          ¦ x p c s=$_
            x p c s:=_         ¦ 2  ¦ expected the result, $_, in this request          ¦ x p c s=$_
            x p c 'a b'=$_b    ¦ 2  ¦ expected the result, $_, in this request          ¦ x p c 'a b'="$_b"
            jq                 ¦ 5  ¦ expected EXPR after jq                            ¦
            head               ¦ 7  ¦ expected N after head                             ¦
            select             ¦ 9  ¦ expected KEY,… after select                       ¦
            select ,           ¦ 9  ¦ expected KEY,… after select                       ¦
            count all          ¦ 8  ¦ expected no further word, found 'all'             ¦ help filters shows them all
            jq .a .b           ¦ 8  ¦ expected no further word, found '.b'              ¦ quote an expression that has blanks: jq '…'
            head 1.5           ¦ 7  ¦ expected a whole number for head, found '1.5'     ¦
            head -1            ¦ 7  ¦ expected a whole number for head, found '-1'      ¦
            head ''            ¦ 7  ¦ expected a whole number for head, found ''        ¦
            jq ' '             ¦ 5  ¦ expected EXPR, found an empty text                ¦
            !                  ¦ 3  ¦ expected a command of the operating system        ¦
            """)
    void a_wrong_filter_is_pointed_at(String filter, int offset, String message, String remedy) {
        List<Word> words = words(filter);
        assertThatThrownBy(() -> PipeParser.parse(words.get(0), words.subList(1, words.size())))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.text()).isEqualTo(message);
                    assertThat(requireNonNull(wrong.place()).offset()).isEqualTo(offset);
                    assertThat(wrong.hint()).isEqualTo(remedy);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub                      ¦ {}
            ping hub | count              ¦ {}
            ping hub | x p c s=$_         ¦ {3, 4, 5, 6}
            ping hub | x p $_ > f         ¦ {3, 4, 5}
            a | count | execute $_ | jq . ¦ {4, 5}
            ping hub > x p c              ¦ {}
            ping hub |                    ¦ {}
            """)
    void the_words_of_a_request_behind_a_filter_wait_for_each_result(String line, String places) {
        assertThat(PipeParser.ofRequests(Lexer.read(line).statements().get(0))).hasToString(places);
    }

    /** The operator, which is the first word, and those of the filter. */
    private static List<Word> words(String filter) {
        return Lexer.read(("| " + filter).strip()).statements().get(0);
    }
}
