package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.ShellBench;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Statements in the background; {@code wait} waits until it is interrupted. */
final class BackgroundJobsTest {
    private final ShellBench bench = ShellBench.pipe();

    @Test
    void a_job_runs_beside_what_follows_and_is_waited_for_at_the_end() {
        assertThat(bench.run("r = x plugin_a do_thing x=1 & x plugin_a do_thing y=2"))
                .isZero();

        assertThat(bench.interpreter.finish()).isZero();
        assertThat(bench.screen.data()).isEqualTo("{\"y\":2}\n");
        assertThat(bench.session.memory().variables().get("r")).hasToString("{x=1}");
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void a_job_that_fails_settles_the_exit_code() {
        assertThat(bench.run("x plugin_a sleep &")).isZero();

        assertThat(bench.interpreter.finish()).isEqualTo(5);
        assertThat(bench.screen.messages()).startsWith("error: plugin_a sleep: no reply within 5 s\n");
    }

    @Test
    void jobs_are_listed_as_they_were_typed_and_cancelled() {
        bench.session.network.patient = true;
        bench.run("let p=plugin_a; x $p wait s='a b' --timeout 9s | head 1 >> f & tail --count 3 --where '.a' & jobs");
        awaitWaiting();

        assertThat(bench.screen.data().replaceAll("[0-9.]+(?=,\"line)", "0"))
                .isEqualTo("[{\"job\":1,\"seconds\":0,\"line\":\"execute plugin_a wait --timeout 9s"
                        + " s='a b' | head 1 >> f\"},"
                        + "{\"job\":2,\"seconds\":0,\"line\":\"tail | where .a | head 3\"}]\n");
        assertThat(bench.run("cancel 1; fg 1; cancel all")).isIn(0, 2);
        bench.interpreter.finish();
        assertThat(bench.run("jobs --quiet")).isZero();
        assertThat(bench.screen.data()).endsWith("[]\n");
    }

    @Test
    void interrupting_fg_stops_the_job() throws InterruptedException {
        bench.run("x plugin_a wait &");
        awaitWaiting();
        Thread statement = new Thread(() -> bench.run("fg"));
        statement.start();
        while (statement.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        bench.interpreter.interrupt();
        statement.join();

        assertThat(bench.interpreter.finish()).isZero();
        assertThat(bench.screen.messages()).startsWith("stopped execute\n");
        assertThat(bench.session.network.waiting).isFalse();
    }

    @Test
    void there_are_only_so_many_at_once() {
        bench.session.network.patient = true;

        assertThat(bench.run("tail &;".repeat(21))).isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: more than 20 jobs at once\n");
        bench.run("cancel all");
        assertThat(bench.interpreter.finish()).isZero();
    }

    @Test
    void leaving_stops_what_still_runs() {
        bench.run("x plugin_a wait & exit");

        assertThat(bench.interpreter.finish()).isZero();
    }

    @Test
    void at_the_prompt_a_job_says_that_it_ended() {
        FakeScreen above = new FakeScreen();
        bench.interpreter.runLiveBeside(above);

        bench.run("x plugin_a do_thing x=1 &; fg");
        bench.interpreter.finish();

        assertThat(above.data()).isEqualTo("{\"x\":1}\n");
        assertThat(above.messages()).isEqualTo("""
                        [1] execute runs beside the prompt; Ctrl-C on an empty line stops it
                        [1] done: execute plugin_a do_thing x=1
                        """);
    }

    @Test
    void what_tail_gives_to_a_variable_is_waited_for() {
        bench.interpreter.runLiveBeside(new FakeScreen());

        assertThat(bench.run("r = tail")).isEqualTo(3);
    }

    private void awaitWaiting() {
        while (!bench.session.network.waiting) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_follows_a_tail_beside_it_runs_when_that_listens() {
        AtomicBoolean listening = new AtomicBoolean();
        bench.session.network.patient = true;
        bench.session.network.onExecute = () -> listening.set(bench.session.network.listening);

        assertThat(bench.run("tail & x plugin_a do_thing x=1; cancel all")).isZero();

        bench.interpreter.finish();
        assertThat(listening).isTrue();
    }
}
