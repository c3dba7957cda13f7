package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ShellExceptionTest {
    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    /** Columns: the problem, the plugin, the hint; then what the user can do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            NO_SUCH_COMMAND | -        | -               | see what is known with commands TARGET
            NO_SUCH_COMMAND | plugin_a | -               | see what is known with commands plugin_a
            NO_SUCH_COMMAND | my lab   | -               | see what is known with commands 'my lab'
            NO_SUCH_COMMAND | plugin_a | did you mean b? | did you mean b?
            NO_SUCH_COMMAND | plugin_a | ``              | ``
            TIMEOUT         | plugin_a | -               | wait longer with --timeout 30s, or ping the plugin
            USAGE           | -        | -               | see help VERB
            """)
    void the_remedy_is_the_hint_or_that_of_the_problem_for_the_plugin(
            Problem problem, @Nullable String plugin, @Nullable String hint, String remedy) {
        ShellException error = new ShellException(problem, "wrong");
        if (plugin != null) {
            error.during(plugin, "do_thing");
        }
        if (hint != null) {
            error.hint(hint);
        }

        assertThat(error.remedy()).isEqualTo(remedy);
        assertThat(error.hint()).isEqualTo(hint);
        assertThat(error.plugin()).isEqualTo(plugin);
        assertThat(error.command()).isEqualTo(plugin == null ? null : "do_thing");
    }

    @ParameterizedTest
    @EnumSource
    void the_exit_code_is_the_one_of_the_problem(Problem problem) {
        ShellException error = new ShellException(problem, "wrong");

        assertThat(error.exitCode()).isEqualTo(problem.exitCode()).isPositive();
        assertThat(error.isExit()).isFalse();
        assertThat(error.isInterruption()).isEqualTo(problem.kind().equals("interrupted"));
    }

    @ParameterizedTest
    @CsvSource({"0", "7"})
    void a_script_may_choose_its_exit_code(int code) {
        ShellException end = ShellException.exit(code);

        assertThat(end.isExit()).isTrue();
        assertThat(end.exitCode()).isEqualTo(code);
        assertThat(end.text()).isEqualTo("the script called exit(" + code + ")");
    }

    @Test
    void the_innermost_file_is_where_it_stands_and_the_last_place_is_what_it_points_at() {
        Place first = new Place("run a.hubsh", 4);
        Place last = new Place("ping", 0);
        ShellException error = ShellException.at(first, "wrong");
        assertThat(error.problem()).isEqualTo(Problem.USAGE);
        assertThat(error.place()).isEqualTo(first);

        error.in(new SourceLine("inner.hubsh", 3))
                .in(new SourceLine("outer.hubsh", 1))
                .pointing(last);

        assertThat(error.source()).hasToString("inner.hubsh:3");
        assertThat(error.place()).isEqualTo(last);
    }

    @Test
    void what_came_from_the_other_side_is_kept_apart() {
        ShellException error = new ShellException(Problem.REMOTE_ERROR, "division by zero");
        assertThat(error)
                .extracting("remoteTraceback", "unreadReply", "errorReply")
                .containsOnlyNulls();
        assertThat(error.calls()).isEmpty();

        error.remoteTraceback("Traceback").unreadReply("{1}").errorReply("{2}").calls(List.of("read (a.js:3:5)"));

        assertThat(error.remoteTraceback()).isEqualTo("Traceback");
        assertThat(error.unreadReply()).isEqualTo("{1}");
        assertThat(error.errorReply()).isEqualTo("{2}");
        assertThat(error.calls()).containsExactly("read (a.js:3:5)");
    }

    @Test
    void an_interrupted_thread_stops_once() {
        assertThatCode(ShellException::throwIfInterrupted).doesNotThrowAnyException();
        Thread.currentThread().interrupt();

        assertThatThrownBy(ShellException::throwIfInterrupted)
                .hasMessage("stopped")
                .isInstanceOfSatisfying(
                        ShellException.class,
                        error -> assertThat(error.isInterruption()).isTrue());
        assertThatCode(ShellException::throwIfInterrupted).doesNotThrowAnyException();
    }
}
