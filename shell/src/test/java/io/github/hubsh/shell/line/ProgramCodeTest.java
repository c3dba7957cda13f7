package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables {@code ·} stands between arguments. */
final class ProgramCodeTest {
    /** Columns: the program's arguments, where the code among them begins, and the arguments with one for the code. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', nullValues = "-", textBlock = """
            js·1·+·1                          ¦ 1  ¦ js·1 + 1
            js·1                              ¦ 1  ¦ js·1
            js·1·|·2·|·count                  ¦ 1  ¦ js·1·|·2·|·count
            js·a·b·|·count                    ¦ 1  ¦ js·a b·|·count
            --json·js·1·+·1                   ¦ 2  ¦ --json·js·1 + 1
            --hub·tcp://h:1·js·1·2            ¦ 3  ¦ --hub·tcp://h:1·js·1 2
            --hub·js·js·1·2                   ¦ 3  ¦ --hub·js·js·1 2
            --hub=tcp://h:1·js·1·2            ¦ 2  ¦ --hub=tcp://h:1·js·1 2
            js·--timeout·1s·--json·a·b        ¦ 4  ¦ js·--timeout·1s·--json·a b
            js                                ¦ -1 ¦ -
            js·--json                         ¦ -1 ¦ -
            js·--timeout                      ¦ -1 ¦ -
            js·|·count                        ¦ -1 ¦ -
            --hub·js                          ¦ -1 ¦ -
            ping·hub                          ¦ -1 ¦ -
            help·js·1                         ¦ -1 ¦ -
            ``                                ¦ -1 ¦ -
            """)
    void the_code_behind_js_and_its_options_is_one_argument(String typed, int begin, String joined) {
        List<String> arguments = List.of(typed.split("·"));

        assertThat(ProgramCode.begin(arguments)).isEqualTo(begin);
        if (begin >= 0) {
            assertThat(String.join("·", ProgramCode.joined(arguments, begin))).isEqualTo(joined);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            1 + 1          ¦ '1 + 1'
            a "b" \\n $c   ¦ 'a "b" \\n $c'
            'a'            ¦ "'a'"
            'a' + "$b\\n"  ¦ "'a' + \\"\\$b\\\\n\\""
            ``             ¦ ''
            """)
    void code_is_quoted_so_that_the_line_takes_it_as_it_is(String code, String quoted) {
        assertThat(ProgramCode.quoted(code)).isEqualTo(quoted);
        assertThat(Lexer.read("x " + quoted).statements().get(0).get(1)).hasToString(code);
    }
}
