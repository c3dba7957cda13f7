package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines cut into words. In the tables {@code ↵} is a line end, {@code ·} stands between words. */
final class LexerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub                      ¦ ping·hub
            `  ping \t hub  `             ¦ ping·hub
            ping hub; status              ¦ ping·hub / status
            ping hub↵status               ¦ ping·hub / status
            ping hub # a 'comment         ¦ ping·hub
            ping hub # one↵status         ¦ ping·hub / status
            x p c s=a#b                   ¦ x·p·c·s=a#b
            ping hub & status             ¦ ping·hub·& / status
            ping hub&status               ¦ ping·hub·& / status
            ping hub|count>f              ¦ ping·hub·|·count·>·f
            ping hub >> f                 ¦ ping·hub·>>·f
            ping hub >>> f                ¦ ping·hub·>>·>·f
            ping hub >                    ¦ ping·hub·>
            ping hub |↵ count             ¦ ping·hub·|·count
            ping hub >↵ f                 ¦ ping·hub·> / f
            url=http://h/?a=1&b=2>3|4     ¦ url=http://h/?a=1&b=2>3|4
            a=1;b=2                       ¦ a=1 / b=2
            """)
    void blanks_separate_words_and_operators_are_words(String line, String expected) {
        assertThat(text(lexed(line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            'a b'"c d"e                   ¦ a bc de
            '|'                           ¦ |
            'a\\n"$x'                     ¦ a\\n"$x
            "a'b"                         ¦ a'b
            "\\" \\\\ \\$ \\' \\u0041\\u00e4" ¦ " \\ $ ' Aä
            "\\n\\r\\t"                   ¦ `\n\r\t`
            "a↵b"                         ¦ `a\nb`
            a\\ b\\;c\\#d                 ¦ a b;c#d
            C:\\temp                      ¦ C:\\temp
            pi\\↵ng                       ¦ ping
            \\↵ping                       ¦ ping
            5$                            ¦ 5$
            """)
    void quotes_and_backslashes_make_one_word(String line, String expected) {
        LexedLine lexed = lexed(line);
        assertThat(lexed.error()).isNull();
        assertThat(lexed.statements().get(0)).extracting(Word::text).containsExactly(expected);
    }

    /** JSON keeps its quotes, and its blanks between brackets. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            r:=["e1", "e2"] b=1           ¦ r:=["e1", "e2"]·b=1
            r:={"a": [1, "]; #"]} b       ¦ r:={"a": [1, "]; #"]}·b
            r:="a b" c                    ¦ r:="a b"·c
            r:="a\\"b c"                  ¦ r:="a\\"b c"
            r:='["a b"]' c                ¦ r:=["a b"]·c
            r:=@a c                       ¦ r:=@a·c
            r:=1 c                        ¦ r:=1·c
            r:=] c                        ¦ r:=]·c
            r:=[1];c                      ¦ r:=[1] / c
            r:=[1,↵ 2]                    ¦ `r:=[1,\n 2]`
            r:=tuple('a b', 1) c          ¦ r:=tuple('a b', 1)·c
            r:=['a b'] c                  ¦ r:=['a b']·c
            r:=it's c                     ¦ r:=it's·c
            s=[a b                        ¦ s=[a·b
            s=1:=[2 3                     ¦ s=1:=[2·3
            ':'=[2 3                      ¦ :=[2·3
            """)
    void after_a_colon_and_an_equals_sign_comes_json(String line, String expected) {
        LexedLine lexed = lexed(line);
        assertThat(lexed.error()).isNull();
        assertThat(text(lexed)).isEqualTo(expected);
    }

    /** Columns: what is typed, its words, and the references in them with their paths. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping $name                    ¦ ping·$name               ¦ name
            x=$_.a[0]['b']                ¦ x=$_.a[0][b]             ¦ _.a.0
            x="a $b.c d"                  ¦ x=a $b.c d               ¦ b.c
            x=$a$b                        ¦ x=$a$b                   ¦ a b
            x:=[$a, "$b"]                 ¦ x:=[$a, "$b"]            ¦ a
            x:={"k": $a.b}                ¦ x:={"k": $a.b}           ¦ a.b
            x=${a.map(b => b + '}')} c    ¦ x=${a.map(b => b + '}')}·c ¦ {a.map(b => b + '}')
            x="${a ? "}" : 1}"            ¦ x=${a ? "}" : 1}         ¦ {a ? "}" : 1
            '$a' \\$b $1                  ¦ $a·$b·$1                 ¦ ``
            """)
    void a_sign_before_a_name_refers_to_a_value(String line, String expected, String references) {
        LexedLine lexed = lexed(line);
        assertThat(lexed.error()).isNull();
        assertThat(text(lexed)).isEqualTo(expected);
        assertThat(lexed.statements().get(0).stream()
                        .flatMap(word -> word.references().stream())
                        .map(LexerTest::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(references);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub | !wc -l             ¦ ping·hub·|·!wc -l
            ping hub | !a | b > c & d     ¦ ping·hub·|·!a | b > c & d
            ping hub | !a; status         ¦ ping·hub·|·!a / status
            ping hub | !a↵status          ¦ ping·hub·|·!a / status
            ping hub | !a ';' ";"; status ¦ ping·hub·|·!a ';' ";" / status
            ping hub | !a "\\";" '\\'; b  ¦ ping·hub·|·!a "\\";" '\\' / b
            ping hub | !a \\'; b          ¦ ping·hub·|·!a \\' / b
            ping hub |↵!a                 ¦ ping·hub·|·!a
            !a | b                        ¦ !a·|·b
            """)
    void the_command_of_another_shell_is_one_word_as_it_stands(String line, String expected) {
        assertThat(text(lexed(line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            js 1 + "a b" ; status         ¦ js·1 + "a b" / status
            js a || b && c                ¦ js·a || b && c
            js a | count                  ¦ js·a·|·count
            js [1, 2].map(x => x; 3)↵b    ¦ js·[1, 2].map(x => x; 3) / b
            js 1 # why                    ¦ js·1
            js --timeout 1s --json 1 + 1  ¦ js·--timeout·1s·--json·1 + 1
            js --x                        ¦ js·--x
            js -- x                       ¦ js·-- x
            r = js 1 + 1                  ¦ r·=·js·1 + 1
            js '1 + 1'                    ¦ js·1 + 1
            js '1 + 1' | count            ¦ js·1 + 1·|·count
            js "a\\"b"  ; b               ¦ js·a"b / b
            js 'a' + 'b'                  ¦ js·'a' + 'b'
            js 'a                         ¦ js·a
            help js 1 + 1                 ¦ help·js·1·+·1
            """)
    void behind_js_stands_code_up_to_the_end_of_the_statement(String line, String expected) {
        assertThat(text(lexed(line))).isEqualTo(expected);
    }

    /** Columns: what is typed, whether more of it may come, where the error is, and what it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping 'hub                     ¦ true  ¦ 5  ¦ expected a closing ' for this quote
            ping "hub                     ¦ true  ¦ 5  ¦ expected a closing " for this quote
            ping "hub\\                   ¦ true  ¦ 5  ¦ expected a closing " for this quote
            ping "a\\x"                   ¦ false ¦ 8  ¦ expected one of " ' \\ $ n r t u after '\\' inside "…"; '…' needs no escapes
            ping "\\u00g0"                ¦ false ¦ 10 ¦ expected four hexadecimal digits after \\u
            ping "\\u00                   ¦ false ¦ 10 ¦ expected four hexadecimal digits after \\u
            ping hub\\                    ¦ true  ¦ 8  ¦ expected more of the line after '\\'
            x:=[1, {"a": 2}               ¦ true  ¦ 3  ¦ expected a closing bracket for this one
            x:=["a                        ¦ true  ¦ 4  ¦ expected a closing " for this JSON string
            x:=["a\\                      ¦ true  ¦ 4  ¦ expected a closing " for this JSON string
            x:=tuple('a                   ¦ true  ¦ 9  ¦ expected a closing ' for this JSON string
            x=${a                         ¦ true  ¦ 2  ¦ expected a closing } for this ${; write \\$ or '$…' for the sign itself
            a | !b 'c                     ¦ true  ¦ 7  ¦ expected a closing ' for this quote
            """)
    void an_error_is_part_of_the_result(String line, boolean unfinished, int offset, String message) {
        LexedLine lexed = lexed(line);
        ShellException error = requireNonNull(lexed.error());
        assertThat(error.text()).isEqualTo(message);
        assertThat(requireNonNull(error.place()).offset()).isEqualTo(offset);
        assertThat(lexed.unfinished()).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a; ping 'hu                   ¦ a / ping·hu
            ping "hu                      ¦ ping·hu
            x:=["a", 1                    ¦ x:=["a", 1
            ping hub\\                    ¦ ping·hub
            a | !b 'c                     ¦ a·|·!b 'c
            """)
    void the_words_before_an_error_are_there_for_completion(String line, String expected) {
        assertThat(text(lexed(line))).isEqualTo(expected);
    }

    /** Columns: what is typed, where the second word begins and ends, and where each of its characters stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a bc                          ¦ 2-4   ¦ 2 3
            a 'b'c                        ¦ 2-6   ¦ 3 5
            a "\\u0041b"                  ¦ 2-11  ¦ 3 9
            a b\\ c                       ¦ 2-6   ¦ 2 4 5
            a ''                          ¦ 2-4   ¦ ``
            """)
    void a_word_knows_where_its_characters_stand(String line, String bounds, String offsets) {
        Word word = lexed(line).statements().get(0).get(1);
        assertThat(word.start() + "-" + word.end()).isEqualTo(bounds);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < word.text().length(); i++) {
            // The place of a word's first character is that of the word, with its quote.
            places.append(i == 0 ? "" : " ").append(word.from(i).start());
        }
        assertThat(places).hasToString(offsets);
    }

    private static LexedLine lexed(String line) {
        return Lexer.read(line.replace('↵', '\n'));
    }

    private static String text(LexedLine line) {
        return line.statements().stream()
                .map(words -> words.stream().map(Word::text).collect(Collectors.joining("·")))
                .collect(Collectors.joining(" / "));
    }

    private static String text(Reference reference) {
        List<String> path = reference.path();
        return path.isEmpty() ? reference.name() : reference.name() + "." + String.join(".", path);
    }
}
