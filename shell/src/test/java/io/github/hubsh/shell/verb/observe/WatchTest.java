package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.assist.Candidate;
import io.github.hubsh.shell.assist.Completer;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.StatementText;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WatchTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ShellBench pipe = ShellBench.pipe();
    private final ShellBench terminal = ShellBench.terminal();

    @Test
    void in_a_pipe_each_run_is_one_line_of_json() {
        pipe.session.network.answers("level", 1L, 1L, 2L);

        assertThat(pipe.run("watch --count 3 1ms execute plugin_a level")).isZero();

        assertThat(numbersOut(pipe.screen.data())).isEqualTo("""
                        {"time":…,"run":1,"elapsed_ms":…,"changed":true,"value":1}
                        {"time":…,"run":2,"elapsed_ms":…,"changed":false,"value":1}
                        {"time":…,"run":3,"elapsed_ms":…,"changed":true,"value":2}
                        """);
    }

    @Test
    void filters_belong_to_the_statement_and_several_results_are_a_list() {
        pipe.run("watch --count 1 1ms x plugin_a list | where '.state > 1' | select name");
        pipe.run("watch --count 1 1ms 2 x plugin_a do_thing x=1 | jq .x");
        pipe.run("watch --count 1 1ms 'x plugin_a list | count'");

        assertThat(pipe.screen.data().lines().map(line -> line.replaceAll(".*\"value\":", "")))
                .containsExactly("[{\"name\":\"electrode043\"}]}", "[1,1]}", "2}");
    }

    @Test
    void the_file_behind_the_statement_gets_every_run() {
        pipe.session.network.answers("level", 1L, 1L, 2L);

        assertThat(pipe.run("watch 1ms x plugin_a level --count 3 > runs.jsonl"))
                .isZero();

        assertThat(pipe.screen.data()).isEmpty();
        assertThat(numbersOut(pipe.files.text("runs.jsonl"))).isEqualTo("""
                        {"time":…,"run":1,"elapsed_ms":…,"changed":true,"value":1}
                        {"time":…,"run":2,"elapsed_ms":…,"changed":false,"value":1}
                        {"time":…,"run":3,"elapsed_ms":…,"changed":true,"value":2}
                        """);
    }

    @Test
    void only_changes_are_reported_where_that_is_asked_for() {
        pipe.session.network.answers("level", 1L, 1L, 2L, 2L, 3L);

        pipe.run("watch --on-change --count 3 1ms x plugin_a level --jsonl");

        assertThat(numbersOut(pipe.screen.data())).isEqualTo("""
                        {"time":…,"run":1,"elapsed_ms":…,"changed":true,"value":1}
                        {"time":…,"run":3,"elapsed_ms":…,"changed":true,"value":2}
                        {"time":…,"run":5,"elapsed_ms":…,"changed":true,"value":3}
                        """);
    }

    @Test
    void at_a_terminal_each_run_replaces_the_one_before_and_changes_are_marked() {
        terminal.screen.redraws = true;
        terminal.session.network.answers(
                "level", List.of(row("e1", 1L), row("e2", 9L)), List.of(row("e1", 1L), row("e2", 10L)));

        assertThat(terminal.run("watch --count 2 1ms x plugin_a level")).isZero();

        assertThat(numbersOut(terminal.screen.frames.get(0))).isEqualTo("""
                        every 1 ms: execute plugin_a level 1 run · …
                          name  state
                          e1        1
                          e2        9
                        """);
        assertThat(numbersOut(terminal.screen.frames.get(1))).isEqualTo("""
                        every 1 ms: execute plugin_a level 2 runs · …
                          name  state
                          e1        1
                        * e2       10
                        """);
        assertThat(terminal.screen.frames.get(2)).isEmpty();
        assertThat(terminal.screen.data()).isEqualTo(terminal.screen.frames.get(1));
    }

    @Test
    void a_frame_fits_its_screen() {
        terminal.screen.redraws = true;
        terminal.screen.width = 40;
        terminal.screen.height = 8;
        terminal.session.network.answers("level", Map.of("text", "a long text ".repeat(9)), List.of("x".repeat(99)));

        terminal.run("watch --count 1 1ms x plugin_a level | jq .; watch --count 1 1ms help execute");

        assertThat(terminal.screen.frames)
                .hasSize(4)
                .allMatch(frame -> frame.lines().count() <= 7)
                .allMatch(frame -> frame.lines().allMatch(line -> line.length() <= 40));
        assertThat(terminal.screen.frames.get(2)).endsWith("more lines\n");
    }

    @Test
    void where_nothing_can_be_redrawn_runs_stand_below_one_another() {
        terminal.run("watch --count 2 1ms x plugin_a do_thing x=1");

        assertThat(terminal.screen.data().lines().filter(line -> line.equals("  x  1")))
                .hasSize(2);
        assertThat(terminal.screen.frames).isEmpty();
    }

    @Test
    void a_run_that_fails_is_shown_and_the_next_one_follows() {
        pipe.session.network.answers("level", new ShellException(Problem.TIMEOUT, "no reply"), 2L);
        terminal.session.network.answers("level", new ShellException(Problem.TIMEOUT, "no reply"), 2L);

        assertThat(pipe.run("watch --count 2 1ms x plugin_a level")).isZero();
        assertThat(terminal.run("watch --count 2 1ms x plugin_a level")).isZero();

        assertThat(numbersOut(pipe.screen.data())).isEqualTo("""
                        {"time":…,"run":1,"elapsed_ms":…,"changed":true,"error":{"kind":"timeout","message":"no reply"}}
                        {"time":…,"run":2,"elapsed_ms":…,"changed":true,"value":2}
                        """);
        assertThat(terminal.screen.data()).contains("\n  error: no reply\n").contains("\n* 2\n");
    }

    @Test
    void with_errexit_the_first_error_ends_it_with_its_code() {
        assertThat(pipe.run("watch --errexit 1ms x plugin_a sleep")).isEqualTo(5);
        assertThat(pipe.run("watch 1ms x plugin_a do_thing x=$nobody")).isEqualTo(2);
        assertThat(pipe.screen.data()).isEmpty();
    }

    @Test
    void an_interruption_ends_it_with_130_and_gives_the_screen_back() {
        terminal.screen.redraws = true;
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> terminal.run("watch 10m x plugin_a do_thing x=1"));
        Eventually.eventually(() -> terminal.screen.frames.size() == 1, SOON);

        terminal.interpreter.interrupt();

        assertThat(status.join()).isEqualTo(130);
        assertThat(terminal.screen.frames).hasSize(2).last().isEqualTo("");
        assertThat(terminal.screen.data()).isEmpty();
        assertThat(terminal.screen.messages()).startsWith("stopped watching; 1 run\n");
    }

    @Test
    void a_lost_hub_is_shown_by_each_run_until_it_is_back() {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> pipe.run("watch 1ms x plugin_a do_thing x=1"));
        Eventually.eventually(() -> pipe.screen.data().contains("\"value\":"), SOON);

        pipe.session.loseHub();
        Eventually.eventually(() -> pipe.screen.data().contains("\"hub_lost\""), SOON);
        int lost = pipe.screen.data().lastIndexOf("\"hub_lost\"");
        pipe.session.returnHub();
        Eventually.eventually(() -> pipe.screen.data().substring(lost).contains("\"value\":"), SOON);
        pipe.interpreter.interrupt();

        assertThat(status.join()).isEqualTo(130);
    }

    @Test
    void variables_have_the_value_of_each_run_and_aliases_are_followed() {
        pipe.session.memory().aliases().define("level", "x plugin_a do_thing");
        pipe.session.memory().variables().put("n", 5L);

        assertThat(pipe.run("r = watch --count 1 1ms level n=$n; $r.value.n")).isZero();

        assertThat(pipe.screen.data()).isEqualTo("5\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch 1ms x plugin_a level --count 2",
                "watch 1ms x plugin_a level --count=2 --errexit",
                "watch 1ms 'x plugin_a level' --count 2",
                "watch 1ms r = x plugin_a level --count 2 | jq .",
                "watch 1ms x plugin_a level | jq . --count 2",
                "watch 1ms x plugin_a level --on-change --silent --count 2"
            })
    void its_options_may_follow_the_statement(String line) {
        pipe.session.network.answers("level", 1L, 2L, 3L);

        assertThat(pipe.run(line)).isZero();

        assertThat(pipe.session.network.sent).hasSize(2);
        assertThat(pipe.screen.messages()).isEmpty();
    }

    @Test
    void an_option_that_both_verbs_have_belongs_to_the_statement_behind_it() {
        pipe.run("watch --count 1 1ms ping hub --count 2 --jsonl");

        assertThat(pipe.screen.data().lines()).hasSize(1);
        assertThat(pipe.screen.data().split("round_trip_ms")).hasSize(3);
    }

    @Test
    void what_is_wrong_with_the_statement_is_pointed_at_before_anything_runs() {
        assertThat(terminal.run("watch 2s exeucte plugin_a x")).isEqualTo(2);

        assertThat(terminal.screen.messages()).isEqualTo("""
                        error: there is no verb 'exeucte'
                          watch 2s exeucte plugin_a x
                                   ^
                          did you mean 'execute'?
                        """);
        assertThat(terminal.run("watch 2s")).isEqualTo(2);
        assertThat(terminal.run("watch plugins")).isEqualTo(2);
        assertThat(terminal.run("watch 1s watch 1s plugins")).isEqualTo(2);
        assertThat(terminal.run("watch 1s plugins --on-chance")).isEqualTo(2);
        assertThat(terminal.screen.messages())
                .contains("expected STATEMENT")
                .contains("expected a time such as 500ms, 2s or 1m, found 'plugins'")
                .contains("expected a statement that ends, found watch")
                .contains("there is no option --on-chance for plugins");
        assertThat(terminal.session.network.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch 2s execute pump status | select flow | head 3",
                "watch --count 3 500ms r = plugins > names.json",
                "watch 1s execute pump status x=$y s='a b'"
            })
    void it_is_written_as_a_line_that_reads_back(String line) {
        String written = StatementText.of(LineParser.parse(line).get(0));

        assertThat(StatementText.of(LineParser.parse(written).get(0))).isEqualTo(written);
        assertThat(LineParser.parse(written).get(0).arguments().operandsFrom(1).toString())
                .hasSameSizeAs(LineParser.parse(line)
                        .get(0)
                        .arguments()
                        .operandsFrom(1)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"watch 2s pin, ping", "watch --count 3 2s ping plug, plugin_a", "watch 2s plugins | sel, select"})
    void tab_completes_the_statement_as_if_it_began_the_line(String line, String candidate) {
        assertThat(Completer.complete(line, line.length(), terminal.session.memory())
                        .candidates())
                .extracting(Candidate::value)
                .containsExactly(candidate);
    }

    private static Map<String, Object> row(String name, Long state) {
        Map<String, Object> row = new java.util.LinkedHashMap<>();
        row.put("name", name);
        row.put("state", state);
        return row;
    }

    private static String numbersOut(String text) {
        return text.replaceAll("\"time\":\"[^\"]+\"", "\"time\":…")
                .replaceAll("\"elapsed_ms\":\\d+", "\"elapsed_ms\":…")
                .replaceAll(" +(\\d+ runs?) · [0-9.]+ m?s", " $1 · …");
    }
}
