package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours as one letter below each character of the line; {@code ␁} is a control character, shown as two. */
final class LineHighlighterTest {
    private static final AttributedStyle USUAL = AttributedStyle.DEFAULT;
    private static final Map<AttributedStyle, Character> LETTERS = Map.of(
            USUAL,
            '.',
            USUAL.foreground(AttributedStyle.CYAN),
            'c',
            USUAL.foreground(AttributedStyle.BLUE),
            'b',
            USUAL.bold(),
            'B',
            USUAL.foreground(AttributedStyle.MAGENTA),
            'm',
            USUAL.foreground(AttributedStyle.GREEN),
            'g',
            USUAL.foreground(AttributedStyle.YELLOW),
            'y',
            USUAL.faint(),
            'f',
            USUAL.bold().underline(),
            'U',
            USUAL.foreground(AttributedStyle.RED),
            'r');

    private final ShellBench bench = ShellBench.terminal();
    private boolean foreign;
    private final LineHighlighter highlighter = new LineHighlighter(bench.session::memory, () -> foreign);

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub --count 2 | count    ¦ cccc.bbb.fffffff.y.f.ccccc
            x plugin_a do_thing x=1 y='a' ¦ c.bbbbbbbb.BBBBBBBB.m.y.m.ggg
            frob $v                       ¦ rrrr.yy
            !!                            ¦ ..
            a␁b                           ¦ .??.
            """)
    void a_line_has_the_colours_of_its_pieces(String line, String colours) {
        String typed = line.replace('␁', '\u0001');

        assertThat(letters(ReadingReader.idle(), typed)).isEqualTo(colours);
    }

    @Test
    void javascript_has_its_own_colours_also_where_it_begins_with_an_exclamation_mark() {
        foreign = true;

        assertThat(letters(ReadingReader.idle(), "!'a'")).isEqualTo(".ggg");
    }

    @Test
    void the_bracket_at_the_cursor_and_its_partner_are_marked_while_a_line_is_typed() {
        String line = "x p c a:=[1]";

        assertThat(letters(ReadingReader.idle().typing(line, 9), line)).endsWith("UgU");
        assertThat(letters(ReadingReader.idle(), line)).doesNotContain("U");
    }

    @Test
    void a_search_and_a_region_keep_the_marks_that_they_have() {
        assertThat(letters(ReadingReader.idle().typing("ping hub", 0).searching("x"), "ping hub"))
                .isEqualTo("........");
        assertThat(letters(ReadingReader.idle().typing("ping hub", 8).marking(), "ping hub"))
                .doesNotContain("c", "b");
    }

    @Test
    void a_line_that_was_pasted_has_no_colours_where_it_is_too_long() {
        String longest = "ping " + "x".repeat(TypingHints.MAX_LENGTH - 5);

        assertThat(letters(ReadingReader.idle(), longest)).startsWith("cccc.");
        assertThat(letters(ReadingReader.idle(), longest + "x")).startsWith(".....");
        assertThat(letters(ReadingReader.idle(), "")).isEmpty();
    }

    private String letters(LineReader reader, String line) {
        AttributedString colored = highlighter.highlight(reader, line);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < colored.length(); i++) {
            letters.append(LETTERS.getOrDefault(colored.styleAt(i), '?'));
        }
        return letters.toString();
    }
}
