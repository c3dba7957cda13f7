package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of {@code bench}, and what people and programs get of its figures; its runs are in BenchTest. */
final class BenchVerbTest {
    private final ShellBench pipe = ShellBench.pipe();
    private final FakeNetwork network = pipe.session.network;

    /** The warm-up is a tenth more, at most 100. */
    @ParameterizedTest
    @CsvSource({"1, 0", "9, 0", "10, 1", "19, 1", "50, 5", "999, 99", "1000, 100", "2000, 100"})
    void a_tenth_more_is_sent_to_warm_up(int count, int warmUp) throws ContentException {
        assertThat(pipe.run("bench plugin_a do_thing --count " + count)).isZero();

        assertThat(network.sent).hasSize(count + warmUp);
        assertThat(result()).containsEntry("requests", (long) count).containsEntry("warm_up", (long) warmUp);
    }

    @Test
    void by_default_a_thousand_requests_are_measured() throws ContentException {
        assertThat(pipe.run("bench plugin_a do_thing")).isZero();

        assertThat(result()).containsEntry("requests", 1000L).containsEntry("errors", Map.of());
        assertThat(result()).doesNotContainKey("warm_up_errors");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 request", "2, 2 requests"})
    void people_read_how_many_requests_warmed_up(int tenth, String said) {
        ShellBench terminal = ShellBench.terminal();

        assertThat(terminal.run("bench plugin_a do_thing --count " + 10 * tenth))
                .isZero();

        assertThat(terminal.screen.messages()).contains("█").endsWith("after a warm-up of " + said + "\n");
    }

    @Test
    void the_request_is_as_its_options_say() {
        pipe.run("bench plugin_a do_thing x=1 --count 1 --silent --timeout 2s --mime pickle --content n=3");

        assertThat(network.sent)
                .containsExactly(new Request(
                        "plugin_a",
                        "do_thing",
                        Map.of("x", 1L),
                        Payload.PICKLE,
                        Map.of("n", 3L),
                        true,
                        Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/s", "0.5/s", "2000", "1e3/s", "1000000/s"})
    void a_rate_is_a_number_with_or_without_its_unit(String rate) {
        assertThat(pipe.run("bench plugin_a do_thing --count 1 --rate " + rate)).isZero();

        assertThat(network.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0/s", "-5/s", "/s", "1000001/s", "5/min", "fast", "true"})
    void what_is_no_rate_is_pointed_at(String rate) {
        assertThat(pipe.run("bench plugin_a do_thing --count 1 --rate=" + rate)).isEqualTo(2);

        assertThat(pipe.screen.messages())
                .startsWith("error: expected a rate such as 100/s for --rate, found '" + rate + "'\n");
        assertThat(pipe.screen.messages().lines().toList().get(2))
                .isEqualTo(" ".repeat("  bench plugin_a do_thing --count 1 --rate=".length()) + "^");
        assertThat(network.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--concurrency 256, 0", "--concurrency 257, 2", "--count 1000001, 2"})
    void there_is_a_limit_to_what_one_shell_sends(String option, int code) {
        assertThat(pipe.run("bench plugin_a do_thing --count 1 " + option)).isEqualTo(code);

        assertThat(network.sent).hasSize(code == 0 ? 1 : 0);
        assertThat(pipe.screen.messages().contains("expected at most ")).isEqualTo(code == 2);
    }

    @Test
    void errors_of_the_warm_up_and_of_the_run_are_counted_apart_and_fail_together() throws ContentException {
        Object[] answers = new Object[22];
        Arrays.fill(answers, 1L);
        answers[1] = new ShellException(Problem.TIMEOUT, "cold");
        answers[2] = new ShellException(Problem.REMOTE_ERROR, "warm");
        answers[20] = new ShellException(Problem.REMOTE_ERROR, "hot");
        network.answers("flaky", answers);

        assertThat(pipe.run("bench plugin_a flaky --count 20")).isEqualTo(1);

        assertThat(result())
                .containsEntry("requests", 20L)
                .containsEntry("errors", Map.of("remote_error", 2L))
                .containsEntry("warm_up", 2L)
                .containsEntry("warm_up_errors", Map.of("timeout", 1L));
        assertThat(pipe.screen.messages()).startsWith("error: 3 requests failed; the last one: hot\n");
    }

    /** Of a run that was stopped, people see the picture too. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "3, true"})
    void a_stop_shows_the_figures_only_where_there_are_some(int measured, boolean shown) {
        ShellBench terminal = ShellBench.terminal();
        AtomicInteger sent = new AtomicInteger();
        terminal.session.network.onExecute = () -> {
            if (sent.incrementAndGet() > measured) {
                terminal.interpreter.interrupt();
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                throw ShellException.interrupted("stopped waiting");
            }
        };

        assertThat(terminal.run("bench plugin_a do_thing --count 9")).isEqualTo(130);

        assertThat(terminal.screen.data().contains("requests_per_s")).isEqualTo(shown);
        assertThat(terminal.screen.messages().contains("█")).isEqualTo(shown);
        assertThat(terminal.screen.messages()).contains("stopped after " + measured + " of 9 requests");
    }

    @ParameterizedTest
    @CsvSource({"'', 2, 0", "' --yes', 0, 1"})
    void a_context_that_asks_wants_it_agreed_to(String yes, int code, int sent) {
        pipe.session
                .memory()
                .context()
                .use(new HubContext("lab", "tcp://localhost:31000", null, null, Map.of(), false, true));

        assertThat(pipe.run("bench plugin_a do_thing --count 1" + yes)).isEqualTo(code);

        assertThat(network.sent).hasSize(sent);
    }

    @Test
    void a_command_that_is_not_there_is_suggested() {
        network.answers("do_thin", new ShellException(Problem.NO_SUCH_COMMAND, "no such command"));

        assertThat(pipe.run("bench plugin_a do_thin --count 1")).isEqualTo(6);

        assertThat(pipe.screen.messages()).contains("did you mean 'do_thing'?");
        assertThat(pipe.screen.data()).isEmpty();
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private Map<String, Object> result() throws ContentException {
        return (Map<String, Object>) Json.parse(pipe.screen.data().strip());
    }
}
