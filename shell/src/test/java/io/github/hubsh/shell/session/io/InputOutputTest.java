package io.github.hubsh.shell.session.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a session reads and writes, and what a statement that runs beside others says of itself. */
final class InputOutputTest {
    private final List<String> happened = new ArrayList<>();
    private final FileAccess files = new FakeFiles();
    private final Display display = screen();
    private final Dialog dialog = new Dialog();

    @Test
    void a_user_may_run_every_command() {
        InputOutput io = new InputOutput(files, display, dialog);

        assertThat(io.commands()).isSameAs(CommandAccess.OF_USER);
        io.commands().requireAllowed();
    }

    @Test
    void what_is_restricted_stays_so_with_another_screen_and_for_a_statement_that_others_wait_for() {
        CommandAccess none = new NoCommands();
        InputOutput io = new InputOutput(files, display, dialog, none, null);

        assertThat(io.withDisplay(screen()).commands()).isSameAs(none);
        assertThat(io.withReady(() -> {}).commands()).isSameAs(none);
        assertThatThrownBy(() -> io.commands().requireAllowed()).isInstanceOf(ShellException.class);
    }

    @Test
    void only_the_screen_is_another_one() {
        Display other = screen();
        InputOutput io = new InputOutput(files, display, dialog).withReady(() -> happened.add("ready"));

        InputOutput changed = io.withDisplay(other);

        assertThat(changed.display()).isSameAs(other);
        assertThat(changed.files()).isSameAs(files);
        assertThat(changed.dialog()).isSameAs(dialog);
        changed.ready();
        assertThat(happened).containsExactly("ready");
    }

    @Test
    void who_waits_for_a_statement_hears_that_it_is_ready() {
        InputOutput io = new InputOutput(files, display, dialog).withReady(() -> happened.add("ready"));
        assertThat(happened).isEmpty();

        io.ready();

        assertThat(happened).containsExactly("ready");
        assertThat(io.files()).isSameAs(files);
        assertThat(io.display()).isSameAs(display);
        assertThat(io.dialog()).isSameAs(dialog);
    }

    @Test
    void a_statement_that_nothing_waits_for_need_not_say_that_it_is_ready() {
        new InputOutput(files, display, dialog).ready();

        assertThat(happened).isEmpty();
    }

    private static final class NoCommands implements CommandAccess {
        @Override
        public void requireAllowed() {
            throw new ShellException(Problem.USAGE, "no commands");
        }

        @Override
        public Process start(String command) {
            throw new AssertionError(command);
        }
    }

    private static Display screen() {
        return new Presenter(new FakeScreen(), new View(OutputFormat.AUTO, false, false, 80, false, Clock.systemUTC()));
    }
}
