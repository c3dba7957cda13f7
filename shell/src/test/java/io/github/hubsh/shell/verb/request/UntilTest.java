package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.fake.ShellBench;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class UntilTest {
    private final ShellBench bench = ShellBench.pipe();

    @Test
    void it_repeats_the_request_until_there_is_a_result() {
        bench.session.network.answers("ready", null, null, Map.of("done", true));

        assertThat(bench.run("until plugin_a ready --every 1ms")).isZero();

        assertThat(bench.session.network.sent).hasSize(3);
        assertThat(bench.screen.data()).isEqualTo("{\"done\":true}\n");
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void a_condition_in_jq_is_asked_about_each_result() {
        bench.session.network.answers("level", 1L, 2L, 3L);

        assertThat(bench.run("until plugin_a level --that '. >= 2' --every 1ms"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("2\n");
    }

    @Test
    void conditions_know_variables_and_results_go_through_filters() {
        bench.session.network.answers("level", 1L, 2L, 3L);

        assertThat(bench.run("let least=3; until plugin_a level --that '. >= $least' --every 1ms | jq '. * 2'"))
                .isZero();

        assertThat(bench.screen.data()).endsWith("6\n");
    }

    @Test
    void a_wrong_condition_is_pointed_at_and_nothing_is_sent() {
        assertThat(bench.run("until plugin_a do_thing --that '.x =='")).isEqualTo(2);

        assertThat(bench.session.network.sent).isEmpty();
        assertThat(bench.screen.messages()).contains("^").contains("jq");
    }

    @Test
    void giving_up_is_a_timeout_that_tells_the_last_value() {
        assertThat(bench.run("until plugin_a do_thing x=1 --that '.x == 2' --every 1ms --for 20ms"))
                .isEqualTo(5);

        assertThat(bench.screen.messages().lines())
                .element(0)
                .asString()
                .matches(
                        "error: plugin_a do_thing: no result that fits within 20 ms; \\d+ polls?, last value \\{\"x\":1}");
        assertThat(bench.screen.messages()).contains("wait longer with --for 30m; the plugin keeps working");
    }

    @Test
    void the_advice_is_to_wait_longer_than_that_was() {
        for (String limit : new String[] {"0m", "1ms"}) {
            assertThat(bench.run("until plugin_a do_thing --that .never --every 1ms --for " + limit))
                    .isEqualTo(5);
        }

        assertThat(bench.screen.messages().lines().filter(line -> line.startsWith("  ")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("  wait longer with --for 30m;"));
    }

    @Test
    void an_error_of_the_plugin_ends_it_with_its_own_code() {
        assertThat(bench.run("until plugin_a fail --every 1ms")).isEqualTo(1);
        assertThat(bench.run("until plugin_b x --every 1ms")).isEqualTo(6);
        assertThat(bench.run("until plugin_a sleep --every 1ms")).isEqualTo(5);

        assertThat(bench.session.network.sent).hasSize(2);
        assertThat(bench.screen.messages()).contains("did you mean 'plugin_a'?");
    }

    @Test
    void a_reply_is_not_waited_for_beyond_the_end() {
        assertThat(bench.run("until plugin_a sleep --for 1s")).isEqualTo(5);

        assertThat(bench.session.network.sent.get(0).timeout()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(bench.screen.messages()).contains("0 polls, last value none");
    }

    @Test
    void an_interruption_stops_the_asking_and_says_that_the_rest_continues() {
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> bench.run("until plugin_a wait"));
        Eventually.eventually(() -> bench.session.network.waiting, Duration.ofSeconds(10));

        bench.interpreter.interrupt();

        assertThat(status.join()).isEqualTo(130);
        assertThat(bench.screen.messages())
                .contains("plugin_a wait: stopped polling; 0 polls, last value none")
                .contains("the plugin keeps working");
    }

    @Test
    void its_progress_is_one_line_that_is_taken_away() {
        bench.session.network.answers("ready", null, "yes");

        bench.run("until plugin_a ready --every 1ms");

        assertThat(bench.screen.progress).hasSize(2);
        assertThat(bench.screen.progress.get(0)).matches("\\d.* m?s · 1 poll, last value null");
        assertThat(bench.screen.progress.get(1)).isEmpty();
    }
}
