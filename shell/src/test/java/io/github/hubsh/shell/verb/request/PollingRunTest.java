package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How {@code until} gets over a hub that is lost, and what it says at its end. */
final class PollingRunTest {
    private static final Duration EVERY = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ShellBench bench = ShellBench.terminal();
    private final FakeNetwork network = bench.session.network;

    /** Whatever its end is, it listens no longer to what happens to the hub. */
    @AfterEach
    void nothing_is_left_behind() {
        assertThat(bench.session.hubListeners()).isEmpty();
    }

    @Test
    void it_asks_again_where_the_hub_was_lost_under_a_request() {
        network.answers("ready", lost(), lost(), null, 5L);

        assertThat(polled(LONG)).isEqualTo(5L);

        assertThat(network.sent).hasSize(4);
    }

    /** The plugin may need longer than we to come back to the hub. */
    @ParameterizedTest
    @EnumSource(names = {"NO_SUCH_PLUGIN", "REMOTE_ERROR"})
    void after_a_loss_the_plugin_may_be_away_for_a_while(Problem problem) {
        mayReturnWithin(LONG);
        network.answers("ready", lost(), failure(problem), failure(problem), 5L);

        assertThat(polled(LONG)).isEqualTo(5L);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SUCH_PLUGIN", "REMOTE_ERROR"})
    void it_may_not_be_away_for_longer_than_a_return_takes(Problem problem) {
        mayReturnWithin(Duration.ZERO);
        network.answers("ready", lost(), failure(problem), 5L);

        assertThat(stopped(LONG).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SUCH_PLUGIN", "REMOTE_ERROR"})
    void without_a_loss_an_error_ends_it(Problem problem) {
        network.answers("ready", null, failure(problem), 5L);

        assertThat(stopped(LONG).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SUCH_COMMAND", "TIMEOUT", "BAD_DATA"})
    void other_errors_have_nothing_to_do_with_a_loss(Problem problem) {
        mayReturnWithin(LONG);
        network.answers("ready", lost(), failure(problem), 5L);

        assertThat(stopped(LONG).problem()).isEqualTo(problem);
    }

    /** The hub may be lost, and be back, while no request is under way. */
    @ParameterizedTest
    @CsvSource({"LOST, true", "BACK, false", "OVERDUE, false"})
    void a_loss_between_two_requests_counts_too(HubEvent.Kind kind, boolean goesOn) {
        mayReturnWithin(LONG);
        network.onExecute = () -> {
            if (network.sent.size() == 1) {
                bench.session.happened(kind);
            }
        };
        network.answers("ready", null, failure(Problem.NO_SUCH_PLUGIN), 5L);

        if (goesOn) {
            assertThat(polled(LONG)).isEqualTo(5L);
        } else {
            assertThat(stopped(LONG).problem()).isEqualTo(Problem.NO_SUCH_PLUGIN);
        }
    }

    @Test
    void a_loss_is_said_to_the_person_who_waits() {
        network.onExecute = () -> bench.session.happened(HubEvent.Kind.LOST);
        network.answers("ready", 5L);

        assertThat(polled(LONG)).isEqualTo(5L);

        assertThat(bench.screen.messages()).contains(" is lost\n");
    }

    @Test
    void a_hub_that_is_lost_when_the_time_is_up_is_the_error() {
        network.answers("ready", lost());

        assertThat(stopped(Duration.ZERO).problem()).isEqualTo(Problem.HUB_LOST);
    }

    @ParameterizedTest
    @CsvSource({"600000, 5000, 5000", "0, 5000, 1"})
    void a_reply_is_waited_for_as_long_as_usual_or_to_the_end_whichever_is_first(long limit, long usual, long waited) {
        network.answers("ready", 5L);

        new PollingRun(bench.session, request(usual), value -> true, Duration.ofMillis(limit)).run(EVERY);

        assertThat(network.sent).extracting(Request::timeout).containsExactly(Duration.ofMillis(waited));
    }

    @Test
    void the_last_request_has_what_is_left_of_the_time() {
        network.answers("ready", 5L);
        Duration limit = Duration.ofMinutes(1);

        new PollingRun(bench.session, request(600_000), value -> true, limit).run(EVERY);

        assertThat(network.sent.get(0).timeout()).isLessThan(limit).isGreaterThan(Duration.ofMillis(1));
    }

    /** A reply that does not come in time is the end of the run only where the run had less time than the request. */
    @ParameterizedTest
    @CsvSource({
        "600000, false, no reply",
        "1, true, 'no result that fits within 1 ms; 0 polls, last value none'",
    })
    void no_reply_is_one_timeout_and_no_result_is_another(long limit, boolean hasCommand, String text) {
        network.answers("ready", new ShellException(Problem.TIMEOUT, "no reply"));

        ShellException timeout = stopped(Duration.ofMillis(limit));

        assertThat(timeout.problem()).isEqualTo(Problem.TIMEOUT);
        assertThat(timeout.text()).isEqualTo(text);
        assertThat("ready".equals(timeout.command())).isEqualTo(hasCommand);
    }

    @Test
    void a_value_that_does_not_fit_is_shown_until_the_time_is_up() {
        network.answers("ready", "not yet");

        assertThat(stopped(Duration.ZERO).text())
                .isEqualTo("no result that fits within 0 ms; 1 poll, last value \"not yet\"");

        assertThat(bench.screen.progress).hasSize(1);
        assertThat(bench.screen.progress.get(0)).endsWith(" · 1 poll, last value \"not yet\"");
    }

    @Test
    void its_end_tells_how_often_it_has_asked_and_the_last_value() {
        network.answers("ready", Map.of("n", 1L), Map.of("n", 2L), interruption());

        ShellException stopped = stopped(LONG);

        assertThat(stopped.isInterruption()).isTrue();
        assertThat(stopped.text()).isEqualTo("stopped polling; 2 polls, last value {\"n\":2}");
        assertThat(stopped.hint()).isEqualTo("the plugin keeps working");
        assertThat(stopped.plugin() + " " + stopped.command()).isEqualTo("plugin_a ready");
    }

    @ParameterizedTest
    @CsvSource({"198, false", "199, true", "10000, true"})
    void a_long_value_is_cut(int length, boolean cut) {
        network.answers("ready", "x".repeat(length), interruption());

        String whole = "\"" + "x".repeat(length) + "\"";
        assertThat(stopped(LONG).text())
                .isEqualTo("stopped polling; 1 poll, last value " + (cut ? whole.substring(0, 200) + "…" : whole));
    }

    @Test
    void an_interruption_before_the_first_request_sends_nothing() {
        Thread.currentThread().interrupt();

        assertThat(stopped(LONG).text()).isEqualTo("stopped polling; 0 polls, last value none");

        assertThat(network.sent).isEmpty();
    }

    /** Lets a hub, and a plugin, be away for so long. */
    private void mayReturnWithin(Duration time) {
        bench.session.switchTo(new SessionSettings("tcp://h:1", null, time, Duration.ZERO, List.of(), false));
    }

    private @Nullable Object polled(Duration limit) {
        Outcome outcome = run(limit);
        return ((Outcome.Value) outcome).value();
    }

    private ShellException stopped(Duration limit) {
        return catchThrowableOfType(ShellException.class, () -> run(limit));
    }

    /** Waits for a number. */
    private Outcome run(Duration limit) {
        return new PollingRun(bench.session, request(5000), value -> value instanceof Long, limit).run(EVERY);
    }

    private static Request request(long millis) {
        return new Request("plugin_a", "ready", null, Payload.JSON, false, Duration.ofMillis(millis));
    }

    private static ShellException lost() {
        return failure(Problem.HUB_LOST);
    }

    private static ShellException failure(Problem problem) {
        return new ShellException(problem, "failed");
    }

    private static ShellException interruption() {
        return ShellException.interrupted("stopped waiting");
    }
}
