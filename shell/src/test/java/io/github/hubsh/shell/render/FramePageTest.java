package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames as lines of a screen, and as objects for programs. */
final class FramePageTest {
    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void the_first_line_says_what_and_how_far() {
        assertThat(text(frame(List.of("5")), 30, ALL)).isEqualTo("watch pump               run 3/5");
        assertThat(FramePage.lines(frame(List.of("5")), view(OutputFormat.AUTO, true, 30), ALL)
                        .get(0)
                        .spans())
                .extracting(StyledSpan::role)
                .containsExactly(Role.HEADER, Role.NOTE);
    }

    /** Columns: the width, and the first line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            17 | watch pump  run 3
            16 | watch pu…  run 3
            8  | …  run 3
            4  | …  …
            """)
    void the_title_is_cut_before_the_state_is(int width, String line) {
        assertThat(text(frame(List.of()), width, ALL)).isEqualTo(line);
    }

    /** Columns: the rows of the screen, and the lines of a frame of six below the first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            8   | a/b/c/d/e/f
            7   | a/b/c/d/… 2 more lines
            4   | a/… 5 more lines
            3   | … 6 more lines
            1   | … 6 more lines
            2147483647 | a/b/c/d/e/f
            """)
    void what_does_not_fit_is_counted(int rows, String lines) {
        String text = text(frame(List.of("a", "b", "c", "d", "e", "f")), 30, rows);
        assertThat(text.substring(text.indexOf('/') + 1)).isEqualTo(lines);
    }

    @Test
    void what_has_changed_is_marked_where_it_is_wanted() {
        StatementResult before = result("5", "6");
        StatementResult now = result("5", "7");

        assertThat(below(new Outcome.Frame("t", "s", now, before, true, Map.of()), 30))
                .isEqualTo("  5/* 7");
        assertThat(below(new Outcome.Frame("t", "s", now, null, true, Map.of()), 30))
                .isEqualTo("  5/  7");
        assertThat(below(new Outcome.Frame("t", "s", now, before, false, Map.of()), 30))
                .isEqualTo("5/7");
        assertThat(below(new Outcome.Frame("t", "s", now, before, true, Map.of()), 2))
                .isEqualTo(" …/*…");
    }

    @Test
    void rows_stay_a_table_when_only_one_is_left() {
        StatementResult one =
                new StatementResult(List.of(Outcome.value(List.of(Map.of("name", "pump")))), List.of(), null);

        assertThat(below(frame(one), 30)).isEqualTo("name/pump");
    }

    @Test
    void notes_and_the_error_stand_below_the_results() {
        ShellException error = new ShellException(Problem.TIMEOUT, "no reply").hint("wait longer");
        StatementResult failed = new StatementResult(List.of(Outcome.value(5L)), List.of("a\u001bnote"), error);

        assertThat(below(frame(failed), 40)).isEqualTo("5/a\\u001bnote/error: no reply/  wait longer");
    }

    /** Columns: the results as JSON, and what a program gets beside the facts of the frame. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []        | {"run":3,"value":null}
            [5]       | {"run":3,"value":5}
            [null]    | {"run":3,"value":null}
            [5,"a"]   | {"run":3,"value":[5,"a"]}
            [[1,2]]   | {"run":3,"value":[1,2]}
            """)
    void a_program_gets_the_value_where_changes_matter(String results, String object) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        ((List<?>) Json.parse(results)).forEach(each -> outcomes.add(Outcome.value(each)));
        StatementResult now = new StatementResult(outcomes, List.of(), null);

        assertThat(Json.write(FramePage.object(new Outcome.Frame("t", "s", now, null, true, Map.of("run", 3L)))))
                .isEqualTo(object);
        assertThat(Json.write(FramePage.object(new Outcome.Frame("t", "s", now, null, false, Map.of("run", 3L)))))
                .isEqualTo("{\"run\":3}");
    }

    @Test
    void a_program_gets_the_error_in_the_place_of_the_value() {
        StatementResult failed = new StatementResult(
                List.of(Outcome.value(5L)), List.of(), new ShellException(Problem.TIMEOUT, "no reply"));
        Map<String, @Nullable Object> object =
                FramePage.object(new Outcome.Frame("t", "s", failed, null, true, Map.of("run", 3L)));

        assertThat(object).containsOnlyKeys("run", "error");
    }

    /** Columns: the format, whether a person looks, and whether lines for people come of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AUTO  | true  | true
            AUTO  | false | false
            TABLE | true  | true
            TABLE | false | true
            JSON  | true  | false
            JSON  | false | false
            RAW   | true  | true
            RAW   | false | false
            """)
    void people_get_lines_and_programs_an_object(OutputFormat format, boolean terminal, boolean lines) {
        Outcome.Frame frame = new Outcome.Frame("t", "s", result("5"), null, false, Map.of("run", 3L));
        String text = FramePage.of(frame, view(format, terminal, 5)).data().stream()
                .map(StyledLine::text)
                .collect(Collectors.joining("/"))
                .replaceAll("\\s", "");

        assertThat(text.startsWith("ts/")).isEqualTo(lines);
        assertThat(text.equals("{\"run\":3}")).isEqualTo(!lines);
    }

    private static Outcome.Frame frame(List<String> values) {
        return frame(result(values.toArray(String[]::new)));
    }

    private static Outcome.Frame frame(StatementResult now) {
        return new Outcome.Frame("watch pump", "run 3", now, null, false, Map.of());
    }

    private static StatementResult result(String... values) {
        List<Outcome> outcomes = Arrays.stream(values).map(Outcome::value).toList();
        return new StatementResult(outcomes, List.of(), null);
    }

    private static String text(Outcome.Frame frame, int width, int rows) {
        return FramePage.lines(frame, view(OutputFormat.AUTO, true, width), rows).stream()
                .map(StyledLine::text)
                .collect(Collectors.joining("/"));
    }

    private static String below(Outcome.Frame frame, int width) {
        String text = text(frame, width, ALL);
        return text.substring(text.indexOf('/') + 1);
    }

    private static View view(OutputFormat format, boolean terminal, int width) {
        return new View(format, false, terminal, width, false, Clock.systemUTC());
    }
}
