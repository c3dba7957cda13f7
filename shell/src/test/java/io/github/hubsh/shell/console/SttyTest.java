package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system's command at a terminal of the test. */
final class SttyTest {
    @TempDir
    Path folder;

    private final PseudoTerminal terminal;

    SttyTest() throws IOException {
        terminal = PseudoTerminal.open();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void a_terminal_tells_its_size_and_its_mode_and_takes_another() {
        assertThat(run("size")).isEqualTo("24 80");
        assertThat(run("-a")).contains(" echo ");

        assertThat(run("-echo", "columns", "100")).isEmpty();

        assertThat(run("-a")).contains(" -echo ");
        assertThat(run("size")).isEqualTo("24 100");
    }

    @Test
    void a_mode_that_it_does_not_know_is_no_answer_and_changes_nothing() {
        String before = run("-g");

        assertThat(run("nonsense")).isEmpty();

        assertThat(run("-g")).isNotEmpty().isEqualTo(before);
    }

    @Test
    void what_is_no_terminal_gives_no_answer() {
        assertThat(Stty.run("/dev/null", "-g")).isEmpty();
        assertThat(Stty.run(folder.resolve("none").toString(), "-g")).isEmpty();
    }

    /** It waits for no answer, but may find one. */
    @RepeatedTest(10)
    void a_thread_that_is_to_stop_knows_it_afterwards() {
        String mode = run("-g");
        Thread.currentThread().interrupt();

        assertThat(run("-g")).isIn("", mode);

        assertThat(Thread.interrupted()).isTrue();
    }

    private String run(String... arguments) {
        return Stty.run(terminal.device().toString(), arguments);
    }
}
