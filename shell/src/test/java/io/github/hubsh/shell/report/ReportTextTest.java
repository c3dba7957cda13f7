package io.github.hubsh.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of tests as they fit a report. */
final class ReportTextTest {
    @ParameterizedTest
    @CsvSource({
        "abcdefghij, 0, 20, abcdefghij, ^",
        "abcdefghij, 9, 20, abcdefghij, '         ^'",
        "abcdefghij, 10, 10, abcdefghij, '          ^'",
        "abcdefghij, 0, 6, abcde…, ^",
        "abcdefghij, 5, 6, …defg…, '   ^'",
        "abcdefghij, 9, 6, …fghij, '     ^'",
        "'', 0, 6, '', ^",
    })
    void a_wide_line_shows_what_stands_around_the_place(
            String line, int offset, int width, String shown, String caret) {
        assertThat(ReportText.excerpt(line, offset, width)).containsExactly(shown, caret);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "8", "20", "39"})
    void no_letter_of_two_parts_is_cut_in_half(int offset) {
        String shown = ReportText.excerpt("😀".repeat(20), offset, 7).get(0);

        assertThat(shown.codePoints()).allMatch(c -> c == "😀".codePointAt(0) || c == '…');
    }

    /** Columns: a text, the most characters, and what is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            abcdef   | 6 | abcdef
            abcdefg  | 5 | abcde… (2 more characters)
            abcdefg  | 1 | a… (6 more characters)
            ``       | 3 | ``
            a😀bc    | 3 | a😀… (2 more characters)
            a😀bc    | 2 | a… (4 more characters)
            """)
    void of_a_long_text_the_beginning_is_shown(String text, int most, String shown) {
        assertThat(ReportText.shortened(text, most)).isEqualTo(shown);
    }

    /** Columns: the code of a character, and the character that is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0    | 2400
            8    | 2408
            9    | 9
            A    | A
            D    | 240D
            1B   | 241B
            1F   | 241F
            20   | 20
            7E   | 7E
            7F   | 2421
            80   | FFFD
            9F   | FFFD
            A0   | A0
            61C  | FFFD
            61D  | 61D
            200B | FFFD
            200C | 200C
            200D | 200D
            200E | FFFD
            200F | FFFD
            2027 | 2027
            2028 | FFFD
            202E | FFFD
            202F | 202F
            205F | 205F
            2060 | FFFD
            206F | FFFD
            2070 | 2070
            FEFF | FFFD
            D83D | FFFD
            1F600 | 1F600
            """)
    void a_character_that_does_something_becomes_its_picture(String code, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(code, 16)) + "b";

        assertThat(ReportText.visible(text)).isEqualTo("a" + Character.toString(Integer.parseInt(shown, 16)) + "b");
    }
}
