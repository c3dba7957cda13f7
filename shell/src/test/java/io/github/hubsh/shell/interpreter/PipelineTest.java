package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One run of a statement: from its verb through its filters to an end that a test looks at. */
final class PipelineTest {
    private final ShellBench bench = ShellBench.pipe();
    private final FakeScreen screen = new FakeScreen();
    private final Presenter presenter =
            new Presenter(screen, new View(OutputFormat.AUTO, false, true, 80, false, Clock.systemUTC()));
    private final End end = new End();
    private final Pipeline pipeline = new Pipeline(bench.session, presenter, end);

    /** Keeps what comes out of a chain. */
    private static final class End implements Stage {
        final List<@Nullable Object> values = new ArrayList<>();
        int ended;

        @Override
        public void accept(Outcome outcome) {
            values.add(Renderer.value(outcome));
        }

        @Override
        public void end() {
            ended++;
        }
    }

    @Test
    void each_result_goes_through_the_filters_and_then_the_end_comes() {
        assertThat(run("2 ping hub | jq .target")).isFalse();

        assertThat(end.values).isEqualTo(List.of("hub", "hub"));
        assertThat(end.ended).isEqualTo(1);
        assertThat(screen.data()).isEmpty();
    }

    @Test
    void a_request_behind_a_pipe_is_sent_for_each_result_as_the_value_that_it_is() {
        assertThat(run("2 x plugin_a do_thing x=1 | x plugin_a do_thing all:=$_ s=run-$_.x | jq .s"))
                .isFalse();

        assertThat(end.values).isEqualTo(List.of("run-1", "run-1"));
        assertThat(end.ended).isEqualTo(1);
    }

    @Test
    void the_result_of_a_pipe_is_not_the_one_before_it() {
        bench.run("x plugin_a do_thing x=old");
        bench.run("let x=2");

        assertThat(run("x plugin_a do_thing x=$x | x plugin_a do_thing x=$_.x y=$x"))
                .isFalse();

        assertThat(end.values).isEqualTo(List.of(Map.of("x", 2L, "y", 2L)));
    }

    @Test
    void a_request_behind_a_pipe_that_fails_ends_the_statement() {
        assertThatThrownBy(() -> run("3 x plugin_a do_thing x=1 | x plugin_a fail x=$_ | jq .x"))
                .isInstanceOf(ShellException.class)
                .hasMessageContaining("ValueError");

        assertThat(end.values).isEmpty();
        assertThat(bench.session.network.sent).hasSize(2);
    }

    @Test
    void a_verb_runs_no_more_once_the_filters_have_enough() {
        AtomicInteger pings = new AtomicInteger();
        bench.session.network.onPing = pings::incrementAndGet;
        run("9 ping hub | head 2");

        assertThat(end.values).hasSize(2);
        assertThat(pings).hasValueLessThan(4);
        assertThat(end.ended).isEqualTo(1);
    }

    @Test
    void what_goes_into_a_variable_goes_nowhere_else() {
        run("r = 2 ping hub | jq .target");

        assertThat(end.values).isEmpty();
        assertThat(bench.session.memory().variables().get("r")).isEqualTo(List.of("hub", "hub"));
        assertThat(bench.session.memory().variables().get("_")).isEqualTo(List.of("hub", "hub"));
    }

    @Test
    void a_variable_and_a_file_both_get_the_result() {
        run("r = ping hub | jq .target > f");

        assertThat(bench.session.memory().variables().get("r")).isEqualTo("hub");
        assertThat(bench.files.text("f")).isEqualTo("hub\n");
        assertThat(end.values).isEmpty();
    }

    @Test
    void a_statement_that_fails_neither_ends_the_chain_nor_writes_its_file() {
        assertThatThrownBy(() -> run("x plugin_a fail | jq .")).isInstanceOf(ShellException.class);
        assertThatThrownBy(() -> run("x plugin_a fail > f")).isInstanceOf(ShellException.class);

        assertThat(end.ended).isZero();
        assertThatThrownBy(() -> bench.files.text("f")).isInstanceOf(ShellException.class);
    }

    @Test
    void a_statement_that_is_stopped_still_writes_its_file() {
        AtomicInteger pings = new AtomicInteger();
        bench.session.network.onPing = () -> {
            if (pings.incrementAndGet() == 3) {
                throw ShellException.interrupted("stopped");
            }
        };
        assertThatThrownBy(() -> run("9 ping hub | jq .target > f")).isInstanceOf(ShellException.class);

        assertThat(bench.files.text("f")).isEqualTo("[\"hub\",\"hub\"]\n");
    }

    @Test
    void exit_leaves_and_runs_once() {
        assertThat(run("3 exit")).isTrue();
        assertThat(end.values).isEmpty();
    }

    @Test
    void a_command_that_never_answered_data_is_noted_where_a_result_is_needed() {
        run("x plugin_a nothing | jq .");
        assertThat(screen.messages()).isEqualTo("plugin_a nothing has always replied without data so far\n");
        run("2 x plugin_a nothing");
        assertThat(screen.messages()).isEqualTo("plugin_a nothing has always replied without data so far\n");
        run("r = x plugin_a nothing");
        assertThat(screen.messages().lines()).hasSize(2);
        bench.session.network.answers("other", (Object) null);
        run("x plugin_a other | jq .");
        assertThat(screen.messages().lines()).hasSize(2);
    }

    @Test
    void a_filter_or_file_that_is_wrong_is_found_without_running_anything() {
        assertThatThrownBy(() -> check("x plugin_a list | jq '.['")).isInstanceOf(ShellException.class);
        assertThatThrownBy(() -> check("x plugin_a list > /nowhere/f"))
                .isInstanceOf(ShellException.class)
                .hasMessage("there is no directory /nowhere");
        check("x plugin_a list | jq .");

        assertThat(bench.session.network.sent).isEmpty();
        assertThat(end.ended).isZero();
    }

    @Test
    void without_an_end_of_its_own_it_shows_on_the_screen_as_a_table_where_that_is_asked_for() {
        Statement statement =
                LineParser.parse("x plugin_a do_thing x=1 | table").get(0);
        new Pipeline(bench.session, presenter).run(statement, statement.pipeline());

        assertThat(screen.data()).isEqualTo("key  value\nx        1\n");
    }

    private boolean run(String line) {
        Statement statement = LineParser.parse(line).get(0);
        return pipeline.run(statement, statement.pipeline()) != null;
    }

    private void check(String line) {
        pipeline.check(LineParser.parse(line).get(0).pipeline());
    }
}
