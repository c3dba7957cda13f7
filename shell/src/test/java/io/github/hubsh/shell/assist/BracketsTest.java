package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BracketsTest {
    /** The cursor stands before the {@code ‸}; below it {@code b} for a pair, {@code u} for what fits nothing. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x:=[1,2]‸~   b   b",
                "x:=‸[1,2]~   b   b",
                "x:=[‸1,2]~   b   b",
                "x:=[1,‸2]~        ",
                "x:=[1,2‸~       ",
                "a)‸~ u",
                "[1)‸~  u",
                "‸[1)~u  ",
                "{[()]}‸~b    b",
                "{[()‸]}~  bb  ",
                "s='(' b=[‸]~        bb",
                "s=\"\\\"[\" [‸1]~        b b",
                "f(‸`)`)~ b   b",
                "\\(‸)~  u",
                "‸~"
            })
    void the_bracket_at_the_cursor_and_its_partner_are_marked(String marked, String expected) {
        int cursor = marked.indexOf('‸');
        String line = marked.replace("‸", "");
        StringBuilder letters = new StringBuilder(" ".repeat(line.length()));
        for (Highlight each : Brackets.at(line, cursor)) {
            letters.setCharAt(each.from(), each.role() == Highlight.Role.BRACKET ? 'b' : 'u');
        }

        assertThat(letters.toString()).isEqualTo(expected == null ? "" : expected);
    }
}
