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
}
