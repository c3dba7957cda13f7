package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceLineTest {
    /** Columns: the text that begins in the line, with {@code ↵} for its line ends; the place in it, and its line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ping hub    | 0  | a.hubsh:3
            ping hub    | 8  | a.hubsh:3
            ping↵hub↵x  | 4  | a.hubsh:3
            ping↵hub↵x  | 5  | a.hubsh:4
            ping↵hub↵x  | 9  | a.hubsh:5
            ping↵hub↵x  | 10 | a.hubsh:5
            ping↵hub↵x  | 11 | a.hubsh:5
            ping↵hub↵   | 99 | a.hubsh:5
            ping        |    | a.hubsh:3
            """)
    void a_place_stands_as_many_lines_below_as_line_ends_are_before_it(String text, Integer offset, String line) {
        Place place = offset == null ? null : new Place(text.replace('↵', '\n'), offset);

        assertThat(new SourceLine("a.hubsh", 3).of(place)).hasToString(line);
    }
}
