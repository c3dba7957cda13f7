package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Preferences;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import io.github.hubsh.shell.word.Word;
import io.github.hubsh.shell.word.WorkflowErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verbs show, and where it goes. */
final class PresenterTest {
    private static final Outcome ROW = Outcome.value(Map.of("a", 1L));

    private final FakeScreen screen = new FakeScreen();
    private final Preferences preferences = new Preferences();
    private final Presenter terminal = presenter(true);
    private final Presenter pipe = presenter(false);

    @ParameterizedTest
    @CsvSource({
        "NOTE,    true,  '',      '',  b",
        "NOTE,    false, '',      '',  b",
        "NOTE,    true,  --quiet, '',  ''",
        "ASIDE,   true,  '',      '',  b",
        "ASIDE,   false, '',      '',  ''",
        "ASIDE,   true,  --table, '',  ''",
        "WARNING, true,  --quiet, '',  warning: b",
        "OUTPUT,  true,  --quiet, b,   ''",
        "OUTPUT,  true,  --json,  '',  b",
        "PLAIN,   false, --quiet, '',  b",
    })
    void a_level_says_where_a_message_goes(
            MessageLevel level, boolean atTerminal, String option, String data, String messages) {
        Presenter presenter = presenter(atTerminal);
        presenter.begin(options(option), preferences);
        presenter.say(level, "b");

        assertThat(screen.data().strip()).isEqualTo(data);
        assertThat(screen.messages().strip()).isEqualTo(messages);
    }

    @Test
    void control_sequences_reach_no_terminal_and_every_pipe() {
        terminal.output("\u001b[31m");
        pipe.output("\u001b[31m");
        pipe.message("\u001b[31m");

        assertThat(screen.data()).isEqualTo("\\u001b[31m\n\u001b[31m\n");
        assertThat(screen.messages()).isEqualTo("\\u001b[31m\n");
    }

    @Test
    void under_json_a_statement_without_a_result_gives_null_unless_it_has_shown_something() {
        pipe.begin(options("--json"), preferences);
        pipe.end(Outcome.NOTHING);
        assertThat(screen.data()).isEqualTo("null\n");

        pipe.begin(options("--json"), preferences);
        pipe.show(ROW);
        pipe.end(Outcome.NOTHING);
        assertThat(screen.data()).isEqualTo("null\n{\"a\":1}\n");
    }

    @Test
    void a_format_ends_with_its_statement_and_that_of_the_session_does_not() {
        terminal.begin(options("--json"), preferences);
        assertThat(terminal.wantsJson()).isTrue();
        terminal.end(ROW);
        assertThat(terminal.wantsJson()).isFalse();

        preferences.set("json", "on");
        terminal.begin(options(""), preferences);
        assertThat(terminal.wantsJson()).isTrue();
        terminal.begin(options("--table"), preferences);
        assertThat(terminal.wantsJson()).isFalse();
        terminal.end();
        terminal.begin(options("--json"), preferences);
        terminal.asTable();
        assertThat(terminal.wantsJson()).isFalse();
    }

    @Test
    void the_last_value_is_that_of_the_present_statement() {
        pipe.begin(options(""), preferences);
        pipe.show(ROW);
        pipe.show(new Outcome.Text(List.of("text")));
        assertThat(pipe.last()).isEqualTo(ROW);
        pipe.begin(options(""), preferences);
        assertThat(pipe.last()).isNull();
    }

    @Test
    void progress_fits_the_screen_and_a_quiet_statement_only_removes_it() {
        screen.width = 5;
        terminal.progress("abcdefgh");
        terminal.begin(options("--quiet"), preferences);
        terminal.progress("more");
        terminal.progress("");

        assertThat(screen.progress).containsExactly("abc…", "");
    }

    @Test
    void an_error_says_where_its_statement_stands_in_json_too() {
        ShellException error = new ShellException(Problem.USAGE, "wrong");
        SourceLine line = new SourceLine("setup.hubsh", 3);
        pipe.error(error, line);
        pipe.error(error, null);
        pipe.begin(options("--json"), preferences);
        pipe.error(error, line);

        assertThat(screen.messages()).isEqualTo("""
                        error: wrong
                          in setup.hubsh:3
                        error: wrong
                        {"error":{"kind":"usage","message":"wrong","file":"setup.hubsh","line":3}}
                        """);
        assertThat(pipe.wantsJson()).isFalse();
    }

    @Test
    void a_job_that_fails_says_which_line_it_was_in_json_too() {
        ShellException error = new ShellException(Problem.TIMEOUT, "no reply").hint("wait longer");
        pipe.annotateErrors(new WorkflowErrors(Path.of("/repo"), "/repo"));
        pipe.jobError(error, "[1] x pump run");
        pipe.begin(options("--json"), preferences);
        pipe.jobError(error, "[1] x pump run");

        assertThat(screen.messages()).isEqualTo("""
                        error: no reply
                          wait longer
                          in [1] x pump run
                        {"error":{"kind":"timeout","message":"no reply","job":"[1] x pump run"}}
                        """);
    }

    @Test
    void long_results_go_to_a_pager_unless_it_is_switched_off() {
        PagingScreen paging = new PagingScreen();
        terminal.moveTo(paging);
        terminal.begin(options("--json"), preferences);
        terminal.show(ROW);
        preferences.set("pager", "off");
        terminal.begin(options("--json"), preferences);
        terminal.show(ROW);

        assertThat(paging.paged).containsExactly("{\"a\":1}");
        assertThat(paging.printed).containsExactly("{\"a\":1}");
        assertThat(screen.data()).isEmpty();
    }

    @Test
    void a_presenter_beside_has_a_format_of_its_own_and_shares_the_screen_only_if_none_is_given() {
        FakeScreen other = new FakeScreen();
        pipe.begin(options("--json"), preferences);
        Presenter beside = pipe.beside();
        assertThat(beside.wantsJson()).isFalse();
        beside.output("shared");
        pipe.beside(other).output("other");

        assertThat(screen.data()).isEqualTo("shared\n");
        assertThat(other.data()).isEqualTo("other\n");
    }

    @Test
    void what_is_taken_as_a_value_is_not_shown_and_warnings_go_on() {
        List<Outcome> results = new ArrayList<>();
        Presenter handing = Presenter.handing(results::add, pipe);
        handing.show(ROW);
        handing.show(Outcome.NOTHING);
        handing.say(MessageLevel.NOTE, "note");
        handing.say(MessageLevel.ASIDE, "aside");
        handing.say(MessageLevel.WARNING, "careful");

        assertThat(results).containsExactly(ROW);
        assertThat(screen.data()).isEmpty();
        assertThat(screen.messages()).isEqualTo("warning: careful\n");
        assertThat(handing.wantsJson()).isFalse();
        pipe.begin(options("--json"), preferences);
        assertThat(handing.wantsJson()).isTrue();
    }

    @Test
    void only_a_terminal_says_how_wide_it_is() {
        screen.width = 33;
        assertThat(terminal.width()).isEqualTo(33);
        assertThat(pipe.width()).isEqualTo(80);
    }

    @Test
    void what_is_piped_is_written_for_programs() {
        assertThat(terminal.piped(ROW)).isEqualTo("{\"a\":1}\n");
        assertThat(terminal.piped(Outcome.NOTHING)).isEmpty();
    }

    private Presenter presenter(boolean atTerminal) {
        return new Presenter(screen, new View(OutputFormat.AUTO, false, atTerminal, 80, false, Clock.systemUTC()));
    }

    private static Arguments options(String option) {
        Map<String, List<Word>> options = new HashMap<>();
        if (!option.isEmpty()) {
            options.put(option, List.of());
        }
        return new Arguments(List.of(), List.of(), options);
    }
}
