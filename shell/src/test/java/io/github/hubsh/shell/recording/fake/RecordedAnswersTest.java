package io.github.hubsh.shell.recording.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.fake.FakeLearner;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordedAnswersTest {
    private static final String ID = "run-20240101-7731";

    private final FakeRecording recording = new FakeRecording();
    private final FakeLearner learner = new FakeLearner();

    static Stream<Arguments> requests() {
        Map<String, Object> otherOrder = new LinkedHashMap<>();
        otherOrder.put("y", List.of(1.0, 2.0));
        otherOrder.put("x", 1.0);
        return Stream.of(
                Arguments.of(Map.of("x", 1L, "y", List.of(1L, 2L)), "first"),
                Arguments.of(otherOrder, "first"),
                Arguments.of(Map.of("x", true, "y", Tuple.of(1L, 2L)), "first"),
                Arguments.of(Map.of("x", 2L, "y", List.of(1L, 2L)), "second"),
                Arguments.of(Map.of(), "bare"),
                Arguments.of(Map.of("x", 3L), null),
                Arguments.of(Map.of("x", 1L), null),
                Arguments.of(Map.of("x", "1", "y", List.of(1L, 2L)), null));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_found_by_command_and_value_of_its_arguments(Map<String, Object> arguments, String answer) {
        recording
                .exchange("pump", "go", Map.of("x", 1L, "y", List.of(1L, 2L)), "first")
                .exchange("pump", "go", Map.of("x", 2L, "y", List.of(1L, 2L)), "second", Payload.PICKLE)
                .exchange("pump", "go", null, "bare");

        PluginAnswers.Match match = answers("pump").match("go", arguments, false);

        assertThat(match.isRecorded() ? result(match) : null).isEqualTo(answer);
    }

    @Test
    void several_answers_come_in_their_order_and_then_the_last_again() {
        recording
                .exchange("pump", "get", Map.of(), 1L)
                .exchange("pump", "other", Map.of(), 9L)
                .failure("pump", "get", Map.of(), "ValueError: not now")
                .exchange("pump", "get", Map.of(), null);

        PluginAnswers answers = answers("pump");

        assertThat(Stream.generate(() -> answers.match("get", Map.of(), false).answer())
                        .limit(5)
                        .map(answer -> answer.error() == null
                                ? decoded(answer.result())
                                : answer.error().value()))
                .containsExactly(1L, "ValueError: not now", null, null, null);
    }

    @Test
    void the_recorded_payload_and_error_and_time_are_kept_as_they_came() {
        Map<String, Object> tuple = Map.of("t", Tuple.of(1L, 2L));
        recording.exchange("pump", "get", Map.of(), tuple, Payload.PICKLE);
        RemoteError error = new RemoteError("ValueError", "too much", List.of("File pump.py", "line 3"));
        String session = recording.request("pump", "fail", Map.of(), Payload.JSON);
        recording.event("hub_lost", Map.of()).reply(session, "pump", "fail", null, error, Payload.JSON);

        PluginAnswers answers = answers("pump");

        RecordedAnswer got = answers.match("get", Map.of(), false).answer();
        assertThat(got.result()).isEqualTo(encoded(tuple));
        assertThat(got.after()).isEqualTo(FakeRecording.STEP);
        RecordedAnswer failed = answers.match("fail", Map.of(), false).answer();
        assertThat(failed.error()).isEqualTo(error);
        assertThat(failed.after()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void a_value_that_a_reply_gave_may_be_another_one_now() {
        run(ID);

        PluginAnswers answers = answers("dstat");

        assertThat(answers.match("done", Map.of("id", ID), false).isRecorded()).isTrue();
        assertThat(answers.match("done", Map.of("id", "run-20260505-1234"), false)
                        .isRecorded())
                .isTrue();
        assertThat(answers.match("done", Map.of("id", ID, "x", 1L), false).isRecorded())
                .isFalse();
    }

    @Test
    void a_run_that_was_polled_to_its_end_can_be_done_again() {
        run(ID);
        PluginAnswers answers = answers("dstat");

        for (int i = 0; i < 3; i++) {
            assertThat(result(answers.match("run", Map.of(), false))).isEqualTo(Map.of("id", ID));
            assertThat(Stream.generate(() -> result(answers.match("done", Map.of("id", ID), false)))
                            .limit(3))
                    .containsExactly(null, "points", "points");
        }
    }

    @Test
    void the_nearest_request_says_what_is_different_and_is_only_used_if_asked_for() {
        recording
                .exchange("pump", "rate", Map.of("ul_per_s", 50L, "mode", "slow"), "fifty")
                .exchange("pump", "rate", Map.of("ul_per_s", 2L, "mode", "slow"), "two")
                .exchange("pump", "rate", Map.of("ul_per_s", 2L, "mode", "slow"), "two again");
        PluginAnswers answers = answers("pump");
        Map<String, Object> asked = Map.of("ul_per_s", 3L, "mode", "slow");

        PluginAnswers.Match match = answers.match("rate", asked, false);
        assertThat(match.isRecorded()).isFalse();
        assertThat(match.nearest()).isEqualTo(Map.of("ul_per_s", 2L, "mode", "slow"));
        assertThat(match.difference()).containsExactly("ul_per_s was 2");

        assertThat(Stream.generate(() -> result(answers.match("rate", asked, true)))
                        .limit(3))
                .containsExactly("two", "two again", "two again");
    }

    @Test
    void a_command_that_never_answered_has_no_match() {
        recording.exchange("pump", "rate", Map.of(), 1L);
        recording
                .failure("pump", "wrong", Map.of(), "Unrecognized command: wrong")
                .request("pump", "silent", Map.of(), Payload.JSON);

        PluginAnswers answers = answers("pump");

        assertThat(answers.match("silent", Map.of(), true).answer()).isNull();
        assertThat(answers.commands()).containsExactly("rate");
    }

    @Test
    void what_the_hub_said_in_the_place_of_a_plugin_and_of_itself_is_no_answer() {
        String gone = recording.request("gone", "get", Map.of(), Payload.JSON);
        recording.reply(gone, "gone", "get", null, new RemoteError("NotConnected", "away", List.of()), Payload.JSON);
        String unknown = recording.request("unknown", "get", Map.of(), Payload.JSON);
        recording.reply(unknown, "hub", "get", null, RemoteError.ofText("Unsupported source(unknown)"), Payload.JSON);
        recording.exchange("hub", "ping", Map.of(), "pong").exchange("pump", "ping", Map.of(), "pong");

        assertThat(read(RecordedAnswers.MAX_BYTES).plugins()).containsOnlyKeys("pump");
        assertThat(learner.plugins()).containsExactly("hub", "pump");
    }

    @Test
    void arguments_that_are_no_dict_are_compared_too() {
        recording.exchange("pump", "say", "hello", "spoken", Payload.TEXT);

        PluginAnswers answers = answers("pump");

        assertThat(result(answers.match("say", RecordedAnswers.named("hello"), false)))
                .isEqualTo("spoken");
        assertThat(answers.match("say", RecordedAnswers.named("hi"), false).isRecorded())
                .isFalse();
    }

    @Test
    void more_answers_than_may_be_kept_are_an_error_that_says_what_to_do() {
        for (int i = 0; i < 100; i++) {
            recording.exchange("pump", "get", Map.of("i", (long) i), "x".repeat(1_000));
        }

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> read(100_000))
                .satisfies(failed -> assertThat(failed.problem()).isEqualTo(Problem.BAD_FILE))
                .satisfies(failed -> assertThat(failed.remedy()).contains("recording cut"));
        assertThat(read(1_000_000).plugins()).containsOnlyKeys("pump");
    }

    private void run(String id) {
        recording
                .exchange("dstat", "run", Map.of(), Map.of("id", id))
                .exchange("dstat", "done", Map.of("id", id), null)
                .exchange("dstat", "done", Map.of("id", id), "points");
    }

    private RecordedAnswers read(long maxBytes) {
        try (RecordingReader reader = recording.reader()) {
            return RecordedAnswers.read(reader, maxBytes, learner);
        }
    }

    private PluginAnswers answers(String plugin) {
        return read(RecordedAnswers.MAX_BYTES).plugins().get(plugin);
    }

    private static Object result(PluginAnswers.Match match) {
        return decoded(match.answer().result());
    }

    private static Object decoded(Payload payload) {
        return ContentData.decodeOrExplain(payload);
    }

    private static Payload encoded(Object value) {
        try {
            return ContentData.encode(value, Payload.PICKLE);
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
