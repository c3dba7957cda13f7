package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors as a terminal, a pipe and a program get them; {@link WordWrapTest} has the wrapping. */
final class ErrorPageTest {
    private static final View WIDE = new View(OutputFormat.AUTO, false, true, 80, false, null);

    /** Columns: the line, the place in it, the width, and the two lines of the caret; {@code ↵} is a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ping hub            | 0   | 80 | ~  ping hub~               | ~  ^~
            ping hub            | 5   | 80 | ~  ping hub~               | ~       ^~
            ping hub            | 8   | 80 | ~  ping hub~               | ~          ^~
            ping hub            | 9   | 80 | ~  ping hub~               | ~           ^~
            ping hub            | 99  | 80 | ~  ping hub~               | ~           ^~
            a↵ping hub↵c        | 7   | 80 | ~  ping hub~               | ~       ^~
            a↵ping hub↵c        | 10  | 80 | ~  ping hub~               | ~          ^~
            a↵ping hub          | 0   | 80 | ~  a~                      | ~  ^~
            x=測試 y            | 5   | 80 | ~  x=測試 y~               | ~         ^~
            abcdefghijklmnopqrstuvwxyz | 20 | 30 | ~  …defghijklmnopqrstuvwxyz~ | ~                    ^~
            abcdefghijklmnopqrstuvwxyz | 25 | 30 | ~  …ijklmnopqrstuvwxyz~ | ~                    ^~
            abcdefghijklmnopqrstuvwxyz | 25 | 5  | ~  …qrstuvwxyz~       | ~            ^~
            測試測試測試測試測試測試測 | 12 | 30 | ~  …測試測試測試測試測~ | ~                   ^~
            測試測試測試測試測試測試測 | 13 | 30 | ~  …試測試測試測試測~ | ~                   ^~
            """)
    void a_caret_stands_below_the_place(String line, int offset, int width, String text, String caret) {
        ShellException error = ShellException.at(new Place(line.replace('↵', '\n'), offset), "wrong");
        List<String> page = page(error, WIDE.resized(width));
        assertThat(page.subList(page.size() - 2, page.size())).containsExactly(text, caret);
    }

    /** Columns: the problem, the hint, whether a traceback came, the options, and the lines. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            USAGE           |      | no  | ~~    | error: wrong
            USAGE           | do x | no  | ~~    | error: wrong /   do x
            USAGE           | do x | no  | quiet | error: wrong
            NO_SUCH_COMMAND |      | no  | ~~    | error: wrong /   REMEDY
            NO_SUCH_COMMAND | do x | no  | ~~    | error: wrong /   do x
            NO_SUCH_COMMAND | ~~   | no  | ~~    | error: wrong
            REMOTE_ERROR    |      | no  | ~~    | error: wrong
            REMOTE_ERROR    |      | yes | ~~    | error: wrong /   REMEDY
            REMOTE_ERROR    | do x | no  | ~~    | error: wrong /   do x
            REMOTE_ERROR    |      | yes | debug | error: wrong / Traceback: / TypeError
            REMOTE_ERROR    | do x | yes | debug | error: wrong /   do x / Traceback: / TypeError
            INTERRUPTED     | ~~   | no  | ~~    | wrong
            """)
    void the_advice_is_what_helps(
            Problem problem, @Nullable String hint, String traceback, String option, String lines) {
        ShellException error = new ShellException(problem, "wrong");
        if (hint != null) {
            error = error.hint(hint);
        }
        if (traceback.equals("yes")) {
            error = error.remoteTraceback("Traceback:\nTypeError");
        }
        View view = new View(OutputFormat.AUTO, option.equals("quiet"), true, 800, option.equals("debug"), null);
        assertThat(String.join(" / ", page(error, view))).isEqualTo(lines.replace("REMEDY", problem.remedy()));
    }

    @Test
    void calls_and_the_source_stand_below() {
        ShellException error = new ShellException(Problem.USAGE, "wrong").calls(List.of("at a.js:1", "at b.js:2"));
        SourceLine source = new SourceLine("a.hubsh", 3);
        assertThat(texts(ErrorPage.of(error, source, "", WIDE)))
                .containsExactly("error: wrong", "  at a.js:1", "  at b.js:2", "  in " + source);
        assertThat(texts(ErrorPage.of(error, null, "[1] ping hub", WIDE))).endsWith("  in [1] ping hub");
    }

    @Test
    void an_error_of_a_plugin_names_it_and_its_command() {
        assertThat(page(new ShellException(Problem.TIMEOUT, "no reply").during("pump", "go"), WIDE)
                        .get(0))
                .isEqualTo("error: pump go: no reply");
    }

    @Test
    void what_a_terminal_would_obey_is_shown() {
        ShellException error = ShellException.at(new Place("ping \u001b[2J", 5), "wrong \u001b[2J")
                .hint("\u001b[2J");
        assertThat(page(error, WIDE)).hasSize(4).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void debug_shows_the_causes_with_their_traces() {
        ShellException error = new ShellException(Problem.BAD_DATA, "wrong", new IllegalStateException("inner"));
        assertThat(page(error, new View(OutputFormat.AUTO, false, true, 80, true, null)))
                .anyMatch(line -> line.endsWith("IllegalStateException: inner"))
                .anyMatch(line -> line.startsWith("  at " + ErrorPageTest.class.getName()));
    }

    @Test
    void a_program_gets_one_object() {
        View json = WIDE.as(OutputFormat.JSON);
        ShellException error = new ShellException(Problem.TIMEOUT, "no reply")
                .during("pump", "go")
                .calls(List.of("c"));
        assertThat(texts(ErrorPage.of(error, new SourceLine("a.hubsh", 3), "[1] x", json)))
                .containsExactly("{\"error\":{\"kind\":\"" + Problem.TIMEOUT.kind()
                        + "\",\"plugin\":\"pump\",\"command\":\"go\",\"message\":\"no reply\",\"stack\":[\"c\"],"
                        + "\"file\":\"a.hubsh\",\"line\":3,\"job\":\"[1] x\"}}");
        assertThat(page(new ShellException(Problem.USAGE, "wrong"), json))
                .containsExactly("{\"error\":{\"kind\":\"usage\",\"message\":\"wrong\"}}");
    }

    private static List<String> page(ShellException error, View view) {
        return texts(ErrorPage.of(error, view));
    }

    private static List<String> texts(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).collect(Collectors.toList());
    }
}
