package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests of a recording as steps. */
final class RecordedStepsTest {
    private final FakeRecording recording = new FakeRecording();

    /** Columns: the plugins and commands that are wanted, and the requests that are left of the recording. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                         | pump.fill pump.stop heater.stop
            pump         | pump.fill pump.stop
            stop         | pump.stop heater.stop
            heater fill  | pump.fill heater.stop
            ping         |
            nothing      |
            """)
    void what_plugins_say_to_the_hub_by_themselves_is_no_step(@Nullable String only, @Nullable String steps) {
        recording
                .exchange("hub", "register", Map.of(), null)
                .exchange("pump", "fill", Map.of(), null)
                .exchange("pump", "ping", Map.of(), null)
                .exchange("pump", "stop", Map.of(), null)
                .exchange("heater", "describe", Map.of(), null)
                .exchange("heater", "stop", Map.of(), null);

        Set<String> wanted = only == null ? Set.of() : Set.copyOf(Arrays.asList(only.split(" ")));
        String requests = steps(wanted, null).stream()
                .map(step -> ((Step.Sent) step).request())
                .map(request -> request.target() + "." + request.command())
                .collect(Collectors.joining(" "));

        assertThat(requests).isEqualTo(steps == null ? "" : steps);
    }

    @Test
    void a_step_has_the_answer_that_was_recorded() {
        recording.exchange("pump", "fill", Map.of("ul", 20L), "done").failure("pump", "stop", Map.of(), "no water");
        recording.request("pump", "wait", null, Payload.JSON);

        assertThat(steps(Set.of(), null))
                .containsExactly(
                        new Step.Sent(request("fill", Map.of("ul", 20L)), new StepAnswer.Value("done")),
                        new Step.Sent(
                                request("stop", Map.of()), new StepAnswer.Failed(Problem.REMOTE_ERROR, "no water")),
                        new Step.Sent(request("wait", null), new StepAnswer.Unknown("no reply was recorded")));
    }

    @Test
    void arguments_that_cannot_be_read_are_a_note() {
        FakeRecording pickled = new FakeRecording().exchange("pump", "load", Tuple.of(1L), null, Payload.PICKLE);
        String cut = pickled.text().lines().skip(1).findFirst().orElseThrow().replace("gAIoSwF0cQAu", "gAIoSwF0");
        recording.raw(cut + "\n").exchange("pump", "stop", Map.of(), null);

        assertThat(steps(Set.of(), null))
                .containsExactly(
                        new Step.Noted(
                                "pump load: its arguments cannot be read: pickle at byte 6: it ends without STOP"),
                        new Step.Sent(request("stop", Map.of()), new StepAnswer.Value(null)));
    }

    /** Each message comes 100 ms after the last. */
    @Test
    void a_pause_between_a_reply_and_the_next_request_is_kept() {
        recording.exchange("pump", "fill", Map.of(), null);
        for (int i = 0; i < 20; i++) {
            recording.event("missed", Map.of());
        }
        recording.exchange("pump", "stop", Map.of(), null);

        assertThat(steps(Set.of(), Duration.ofMillis(2100)))
                .hasSize(3)
                .contains(new Step.Paused(Duration.ofSeconds(2)), atIndex(1));
        assertThat(steps(Set.of(), Duration.ofMillis(2101))).hasSize(2);
        assertThat(steps(Set.of(), null)).hasSize(2);
    }

    @Test
    void a_thousand_requests_are_the_most() {
        for (int i = 0; i < 1000; i++) {
            recording.exchange("pump", "fill", Map.of("ul", (long) i), null);
        }
        assertThat(steps(Set.of(), null)).hasSize(1000);

        recording.exchange("pump", "stop", Map.of(), null);
        assertThat(steps(Set.of("fill"), null)).hasSize(1000);
        assertThatThrownBy(() -> steps(Set.of(), null)).isInstanceOfSatisfying(ShellException.class, failed -> {
            assertThat(failed.problem()).isEqualTo(Problem.BAD_FILE);
            assertThat(failed.text()).isEqualTo("rec.jsonl has more than 1000 requests for a script");
            assertThat(failed.hint())
                    .isEqualTo("choose some with --only PLUGIN or --only COMMAND, or use replay rec.jsonl");
        });
    }

    private List<Step> steps(Set<String> only, @Nullable Duration minPause) {
        return new RecordedSteps("rec.jsonl", only, minPause).of(recording.reader());
    }

    private static SentRequest request(String command, @Nullable Object data) {
        return new SentRequest("pump", command, data, Payload.JSON, Map.of(), false);
    }
}
