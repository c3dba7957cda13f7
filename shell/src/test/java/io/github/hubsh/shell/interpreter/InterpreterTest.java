package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
    private final ShellBench bench = ShellBench.pipe();

    @Test
    void an_interrupted_statement_ends_with_130_and_nothing_runs_behind_it() {
        bench.session.network.onPing = bench.interpreter::interrupt;

        assertThat(bench.run("ping hub --count 1000; status")).isEqualTo(130);

        assertThat(bench.screen.data()).isEqualTo("{\"target\":\"hub\",\"round_trip_ms\":1.234}\n");
        assertThat(bench.screen.messages()).isEqualTo("stopped\n  plugins keep working on what was sent\n");
    }

    @Test
    void an_interruption_that_comes_too_late_does_not_hit_the_next_statement() {
        bench.session.network.onPing = bench.interpreter::interrupt;

        assertThat(bench.run("ping hub; disconnect; ping hub")).isZero();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void debug_shows_the_traceback_of_one_statement() {
        bench.run("x plugin_a fail");
        assertThat(bench.screen.messages())
                .contains("--debug shows its traceback")
                .doesNotContain("Traceback");

        bench.run("x plugin_a fail --debug");
        assertThat(bench.screen.messages()).contains("Traceback (most recent call last):");
    }

    @Test
    void what_does_not_fit_into_memory_ends_its_line_and_not_the_shell() {
        bench.session.network.onExecute = () -> {
            throw new OutOfMemoryError("not really");
        };
        assertThat(bench.run("x plugin_a do_thing x=1")).isEqualTo(2);
        assertThat(bench.screen.messages())
                .startsWith("error: what this line works with does not fit into the memory of the shell, ")
                .contains("\n  ask for less at once; HUBSH_JAVA_OPTS=-Xmx");
        assertThat(bench.run("ping hub")).isZero();
    }

    @Test
    void interrupting_an_idle_shell_does_nothing() {
        bench.interpreter.interrupt();

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_line_that_does_not_parse_runs_nothing_of_it() {
        assertThat(bench.run("x plugin_a do_thing; nonsense")).isEqualTo(2);
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void the_prompt_may_show_on_a_screen_of_its_own() {
        FakeScreen other = new FakeScreen();
        bench.interpreter.showOn(other);

        bench.run("x plugin_a do_thing x=1");

        assertThat(other.data()).isEqualTo("{\"x\":1}\n");
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void keeping_going_runs_all_and_ends_with_the_first_failure() {
        ShellBench stubborn = ShellBench.pipeKeepingGoing();

        assertThat(stubborn.run("x plugin_a sleep; x plugin_a fail; x plugin_a do_thing x=1"))
                .isEqualTo(5);
        assertThat(stubborn.screen.data()).isEqualTo("{\"x\":1}\n");
    }
}
