package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.verb.timing.Pacing;
import io.github.hubsh.shell.verb.timing.RoundTripHistogram;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BenchTest {
    private final ShellBench shell = ShellBench.pipe();
    private final FakeNetwork network = shell.session.network;

    @Test
    void the_result_is_one_object() throws ContentException {
        assertThat(shell.run("bench plugin_a do_thing x=1 --count 50 --concurrency 3"))
                .isZero();

        assertThat(network.sent).hasSize(55);
        assertThat(network.sent.get(54).body()).isEqualTo(Map.of("x", 1L));
        Map<?, ?> result = result();
        assertThat(List.copyOf(result.keySet()).toString())
                .isEqualTo(
                        "[requests, min_ms, avg_ms, p50_ms, p95_ms, p99_ms, max_ms, requests_per_s, errors, warm_up]");
        assertThat(result.get("requests")).isEqualTo(50L);
        assertThat(result.get("warm_up")).isEqualTo(5L);
        assertThat(result.get("errors")).isEqualTo(Map.of());
        assertThat(shell.screen.messages()).isEmpty();
    }

    @Test
    void errors_are_counted_by_kind_and_shown() throws ContentException {
        network.answers("flaky", 1L, 2L, new ShellException(Problem.REMOTE_ERROR, "boom"), 3L);

        assertThat(shell.run("bench plugin_a flaky --count 4")).isEqualTo(1);

        assertThat(result().get("requests")).isEqualTo(4L);
        assertThat(result().get("errors")).isEqualTo(Map.of("remote_error", 1L));
        assertThat(shell.screen.messages())
                .isEqualTo(
                        "error: 1 request failed; the last one: boom\n  errors and warm_up_errors count them by kind\n");
    }

    @Test
    void a_failure_of_the_warm_up_counts_too() throws ContentException {
        Object[] answers = new Object[22];
        java.util.Arrays.fill(answers, 1L);
        answers[0] = new ShellException(Problem.REMOTE_ERROR, "cold");
        network.answers("flaky", answers);

        assertThat(shell.run("bench plugin_a flaky --count 20")).isEqualTo(1);

        assertThat(result().get("errors")).isEqualTo(Map.of());
        assertThat(shell.screen.messages()).startsWith("error: 1 request failed; the last one: cold\n");
    }

    @Test
    void where_nothing_succeeds_the_error_is_the_result() {
        assertThat(shell.run("bench plugin_a fail --count 20")).isEqualTo(1);
        assertThat(shell.run("bench plugin_b x")).isEqualTo(6);
        assertThat(shell.screen.data()).isEmpty();
        assertThat(shell.screen.messages()).contains("did you mean 'plugin_a'?");
    }

    @Test
    void with_a_rate_a_stall_counts_for_all_that_should_have_started_meanwhile() {
        network.onExecute = () -> Pacing.until(System.nanoTime() + 2_000_000);
        BenchRun run = new BenchRun(shell.session, request(), 20, 100_000);

        run.run(1);

        assertThat((Double) run.times().summary().get("max_ms")).isGreaterThan(30);
    }

    @Test
    void limits_and_rates_are_checked_before_anything_is_sent() {
        assertThat(shell.run("bench plugin_a do_thing --count 1000001")).isEqualTo(2);
        assertThat(shell.run("bench plugin_a do_thing --concurrency 257")).isEqualTo(2);
        assertThat(shell.run("bench plugin_a do_thing --rate fast")).isEqualTo(2);

        assertThat(network.sent).isEmpty();
        assertThat(shell.screen.messages())
                .contains("expected at most 1000000 for --count, found '1000001'")
                .contains("expected at most 256 for --concurrency, found '257'")
                .contains("expected a rate such as 100/s for --rate, found 'fast'");
    }

    @Test
    void an_interruption_stops_every_thread() {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> shell.run("bench plugin_a wait --count 9 --concurrency 4"));
        Eventually.eventually(() -> network.waiting, Duration.ofSeconds(10));

        shell.interpreter.interrupt();

        assertThat(status.join()).isEqualTo(130);
        assertThat(shell.screen.messages()).contains("stopped after 0 of 9 requests");
    }

    @Test
    void a_run_that_is_stopped_shows_what_it_has_measured() throws ContentException {
        AtomicInteger sent = new AtomicInteger();
        network.onExecute = () -> {
            if (sent.incrementAndGet() > 5) {
                shell.interpreter.interrupt();
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                throw ShellException.interrupted("stopped waiting");
            }
        };

        assertThat(shell.run("bench plugin_a do_thing --count 9")).isEqualTo(130);

        assertThat(result().get("requests")).isEqualTo(5L);
        assertThat(result().get("errors")).isEqualTo(Map.of());
        assertThat(shell.screen.messages()).startsWith("stopped after 5 of 9 requests");
    }

    @Test
    void people_see_a_histogram_whose_rows_hold_all_there_is() {
        RoundTripHistogram times = new RoundTripHistogram();
        for (int i = 1; i <= 1000; i++) {
            times.add(i * 10_000L);
        }

        List<String> picture = times.picture();

        assertThat(picture).hasSize(10);
        assertThat(picture.get(9)).matches(" *≤ 10 ms +\\d+ +█{40}");
        assertThat(picture.stream()
                        .mapToInt(row -> Integer.parseInt(row.replaceAll(".*m?s +(\\d+) .*", "$1")))
                        .sum())
                .isEqualTo(1000);
    }

    private Map<?, ?> result() throws ContentException {
        return (Map<?, ?>) Json.parse(shell.screen.data().strip());
    }

    private static Request request() {
        return new Request("plugin_a", "do_thing", null, "application/json", false, Duration.ofSeconds(1));
    }
}
