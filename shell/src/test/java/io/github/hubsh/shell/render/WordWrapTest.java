package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordWrapTest {
    @Test
    void a_line_that_fits_stays_as_it_is() {
        assertThat(WordWrap.rows("  help items shows  more", 24)).containsExactly("  help items shows  more");
    }

    @Test
    void rows_end_between_words_and_go_on_below_the_text() {
        assertThat(WordWrap.rows("  see what is known with commands plugin_a", 40))
                .containsExactly("  see what is known with commands", "    plugin_a");
        assertThat(WordWrap.rows("error: expected a JSON value, found the end", 39))
                .containsExactly("error: expected a JSON value, found the", "  end");
    }

    @Test
    void text_beside_a_column_goes_on_in_its_own_column() {
        assertThat(WordWrap.rows("  --yes   send without asking for confirmation", 32))
                .containsExactly("  --yes   send without asking", "          for confirmation");
    }

    @Test
    void help_and_errors_wrap_at_words_at_a_narrow_terminal_and_not_in_a_pipe() {
        View narrow = new View(OutputFormat.AUTO, false, true, 30, false, null);
        ShellException wrong = new ShellException(Problem.NO_SUCH_COMMAND, "no such command").during("pump", "nope");
        Outcome help = Outcome.Text.prose(List.of("Text is sent as it is typed, mostly."));

        assertThat(texts(ErrorPage.of(wrong, narrow)))
                .containsExactly(
                        "error: pump nope: no such", "  command", "  see what is known with", "    commands pump");
        assertThat(ErrorPage.of(wrong, narrow.piped())).hasSize(2);
        assertThat(texts(ErrorPage.of(wrong, narrow.resized(3))).get(0)).isEqualTo("err");
        ShellException large = new ShellException(Problem.BAD_DATA, "x ".repeat(1 << 20));
        assertThat(ErrorPage.of(large, narrow)).hasSizeLessThan(5);
        assertThat(texts(Renderer.render(help, narrow).data()))
                .containsExactly("Text is sent as it is typed,", "  mostly.");
        assertThat(Renderer.render(help, narrow.piped()).data()).hasSize(1);
    }

    @Test
    void what_was_stopped_is_no_error_and_an_empty_hint_says_nothing() {
        View view = new View(OutputFormat.AUTO, false, true, 80, false, null);

        assertThat(texts(ErrorPage.of(ShellException.interrupted("stopped"), view)))
                .containsExactly("stopped", "  plugins keep working on what was sent");
        assertThat(texts(ErrorPage.of(
                        ShellException.interrupted("stopped waiting").hint(""), view)))
                .containsExactly("stopped waiting");
    }

    @Test
    void a_traceback_is_offered_where_there_is_one_and_shown_alone() {
        View view = new View(OutputFormat.AUTO, false, true, 80, false, null);
        View debug = new View(OutputFormat.AUTO, false, true, 80, true, null);
        ShellException failed = new ShellException(Problem.REMOTE_ERROR, "ValueError: no").during("pump", "run");

        assertThat(texts(ErrorPage.of(failed, view))).containsExactly("error: pump run: ValueError: no");
        failed.remoteTraceback("Traceback:\n  pump.py:3");
        assertThat(texts(ErrorPage.of(failed, view)))
                .containsExactly("error: pump run: ValueError: no", "  the plugin failed; --debug shows its traceback");
        assertThat(texts(ErrorPage.of(failed, debug)))
                .containsExactly("error: pump run: ValueError: no", "Traceback:", "  pump.py:3");
    }

    private static List<String> texts(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).toList();
    }

    @Test
    void what_has_no_blank_is_cut_and_nothing_is_lost_at_any_width() {
        String line = "  see https://example.org/a/long/path/without/blanks and 日本語日本語日本語 too";
        for (int width = 1; width < 60; width++) {
            List<String> rows = WordWrap.rows(line, width);
            assertThat(String.join("", rows).replace(" ", "")).isEqualTo(line.replace(" ", ""));
            if (width > 3) {
                int room = width;
                assertThat(rows).allMatch(row -> TextWidth.of(row) <= room);
            }
        }
    }
}
