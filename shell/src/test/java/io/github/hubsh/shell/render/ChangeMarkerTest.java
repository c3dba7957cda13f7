package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two pictures. In the tables what is marked stands in braces. */
final class ChangeMarkerTest {
    /** Columns: a line before, the line now, and how it is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            level 5           | level 5           | `  level 5`
            level 5           | level 6           | `* level {6}`
            level 5 ul        | level 15 ml       | `* level {15} {ml}`
            level  5          | level 5           | `  level 5`
            level 9           | level 10          | `* level {10}`
            a b c             | a x b c           | `* a {x} b c`
            a b c             | a c               | `* a c`
            a c               | a b b c           | `* a {b} {b} c`
            a a               | a a a             | `* a a {a}`
            b c               | a b c             | `* {a} b c`
            a b               | a b c             | `* a b {c}`
            ``                | a b               | `* {a} {b}`
            a b               | ``                | `* `
            ` a `             | `  a  `           | `    a  `
            ` a `             | `  b  `           | `*   {b}  `
            a                 | 😀                | `* {😀}`
            """)
    void a_line_that_differs_has_a_sign_and_its_new_words_a_role(String before, String now, String shown) {
        assertThat(marked(List.of(now), List.of(before))).isEqualTo(shown);
    }

    @Test
    void of_the_first_picture_nothing_is_marked() {
        assertThat(marked(List.of("a", "b"), null)).isEqualTo("  a/  b");
    }

    @Test
    void lines_are_compared_with_those_at_their_place() {
        assertThat(marked(List.of("a", "c", "", "d"), List.of("a", "b"))).isEqualTo("  a/* {c}/  /* {d}");
        assertThat(marked(List.of("a"), List.of("a", "b"))).isEqualTo("  a");
    }

    @Test
    void what_is_not_marked_keeps_its_role() {
        StyledLine line = StyledLine.of(new StyledSpan("rate 5", Role.HEADER), new StyledSpan(" of 20 ul", Role.NOTE));
        List<StyledLine> marked = ChangeMarker.marked(List.of(line), List.of(StyledLine.of("rate 4 of 10 ul")));

        assertThat(marked)
                .containsExactly(StyledLine.of(
                        new StyledSpan("* ", Role.WARNING),
                        new StyledSpan("rate ", Role.HEADER),
                        new StyledSpan("5", Role.CHANGED),
                        new StyledSpan(" of ", Role.NOTE),
                        new StyledSpan("20", Role.CHANGED),
                        new StyledSpan(" ul", Role.NOTE)));
    }

    @Test
    void a_word_of_two_roles_is_marked_as_one() {
        StyledLine line = StyledLine.of(new StyledSpan("a 1", Role.HEADER), new StyledSpan("2 b", Role.NOTE));

        assertThat(ChangeMarker.marked(List.of(line), List.of(StyledLine.of("a 13 b"))))
                .containsExactly(StyledLine.of(
                        new StyledSpan("* ", Role.WARNING),
                        new StyledSpan("a ", Role.HEADER),
                        new StyledSpan("12", Role.CHANGED),
                        new StyledSpan(" b", Role.NOTE)));
    }

    private static String marked(List<String> now, @Nullable List<String> before) {
        return ChangeMarker.marked(lines(now), before == null ? null : lines(before)).stream()
                .map(ChangeMarkerTest::text)
                .collect(Collectors.joining("/"));
    }

    private static List<StyledLine> lines(List<String> texts) {
        return texts.stream().map(StyledLine::of).toList();
    }

    private static String text(StyledLine line) {
        return line.spans().stream()
                .map(span -> span.role() == Role.CHANGED ? "{" + span.text() + "}" : span.text())
                .collect(Collectors.joining());
    }
}
