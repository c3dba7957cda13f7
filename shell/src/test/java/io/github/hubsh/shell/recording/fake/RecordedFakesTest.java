package io.github.hubsh.shell.recording.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.fake.FakeLearner;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordedFakesTest {
    private final FakeRecording recording = new FakeRecording()
            .exchange("pump", "set_rate", Map.of("ul_per_s", 2L), 2.0)
            .exchange("pump", "set_rate", Map.of("ul_per_s", 50L), 50.0)
            .exchange("pump", "get_state", Map.of(), "idle")
            .exchange("dstat-interface", "run", Map.of(), "done");

    @Test
    void a_reply_is_the_recorded_one_after_its_time() {
        assertThat(ask(pump(AnswerPolicy.RECORDED), "get_state", Map.of()))
                .isEqualTo(new FakeReply(payload("idle"), null, FakeRecording.STEP));
        assertThat(ask(pump(policy("2", false)), "get_state", Map.of()).after())
                .isEqualTo(FakeRecording.STEP.dividedBy(2));
        assertThat(ask(pump(policy("max", false)), "get_state", Map.of()).after())
                .isZero();
    }

    @Test
    void what_was_not_recorded_is_an_error_that_says_what_was() {
        FakeReply reply = ask(pump(AnswerPolicy.RECORDED), "set_rate", Map.of("ul_per_s", 3L));

        assertThat(reply.error().name()).isEqualTo("NotRecorded");
        assertThat(reply.error().value()).isEqualTo("""
                set_rate {"ul_per_s":3} is not in the recording; the nearest is {"ul_per_s":2} (ul_per_s was 2)
                recorded are {"ul_per_s":2}, {"ul_per_s":50}""");
        assertThat(reply.after()).isZero();
    }

    @Test
    void an_error_tells_no_recorded_password() {
        recording.exchange("pump", "unlock", Map.of("password", "xyzzy", "door", 1L), true);

        FakeReply reply = ask(pump(AnswerPolicy.RECORDED), "unlock", Map.of("password", "guess", "door", 1L));

        assertThat(reply.error().value())
                .contains("(password was another one)", "\"password\":\"…\"")
                .doesNotContain("xyzzy", "guess");
    }

    @Test
    void an_error_tells_no_recorded_password_of_a_url() {
        recording.exchange("pump", "unlock", Map.of("at", "https://ann:xyzzy@host", "door", 1L), true);

        FakeReply reply = ask(pump(AnswerPolicy.RECORDED), "unlock", Map.of("at", "https://host", "door", 1L));

        assertThat(reply.error().value())
                .contains("(at was another one)", "\"at\":\"…\"")
                .doesNotContain("xyzzy");
    }

    @Test
    void a_command_that_was_not_recorded_is_unknown_as_at_any_plugin() {
        FakeReply reply = ask(pump(policy("max", true)), "set_rat", Map.of());

        assertThat(reply.error().isUnknownCommand()).isTrue();
        assertThat(reply.error().value()).isEqualTo("""
                Unrecognized command: set_rat
                the recording of pump has get_state, set_rate""");
    }

    @Test
    void the_nearest_answer_is_given_if_that_is_wanted() {
        FakePlugin.Answers pump = pump(policy("max", true));

        assertThat(ask(pump, "set_rate", Map.of("ul_per_s", 40L)).result()).isEqualTo(payload(50.0));
    }

    @Test
    void arguments_that_cannot_be_read_are_no_match() {
        ExecuteRequest odd = Messages.create()
                .executeRequest("ui", "pump", "set_rate", new Payload("!", Map.of("mime_type", Payload.PICKLE)));

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> pump(AnswerPolicy.RECORDED).to(odd));
    }

    @Test
    void commands_have_the_arguments_that_worked_as_examples_without_secrets() {
        recording
                .failure("pump", "set_rate", Map.of("ul_per_s", -1L), "ValueError: negative")
                .exchange("pump", "get_state", Map.of("password", "x"), "idle")
                .exchange("pump", "get_state", Map.of("auth", "x"), "idle")
                .exchange("pump", "get_state", Map.of("at", "https://ann:x@host"), "idle")
                .exchange("pump", "get_state", Map.of("at", Tuple.of(1L)), "idle", Payload.PICKLE);

        FakePlugin pump = fakes().one("pump", AnswerPolicy.RECORDED);

        assertThat(pump.commands())
                .extracting(command -> command.name() + " " + command.examples())
                .containsExactly("get_state []", "set_rate [{ul_per_s=2}, {ul_per_s=50}]");
    }

    @Test
    void who_has_not_answered_is_an_error_with_those_that_have() {
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> fakes().one("pumb", AnswerPolicy.RECORDED))
                .satisfies(failed -> assertThat(failed.problem()).isEqualTo(Problem.NO_SUCH_PLUGIN))
                .satisfies(failed -> assertThat(failed.remedy())
                        .isEqualTo("did you mean 'pump'? it has those of pump, dstat-interface"));
        assertThat(fakes().all(AnswerPolicy.RECORDED))
                .extracting(FakePlugin::name)
                .containsExactly("pump", "dstat-interface");
    }

    @Test
    void a_recording_without_an_answer_has_no_fakes() {
        FakeRecording empty = new FakeRecording();
        empty.request("pump", "get", Map.of(), Payload.JSON);

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> fakes(empty.bytes()).all(AnswerPolicy.RECORDED))
                .withMessage("no plugin has answered anything in rec.jsonl");
    }

    @Test
    void what_a_real_plugin_answers_is_kept_for_the_next_time_and_in_the_recording() {
        RecordedFakes fakes = fakes();
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        Instant start = FakeRecording.START.plusSeconds(9);
        AnswerKeeper keeper = fakes.keeper("pump", new LineWriter(start), added::writeBytes);
        FakePlugin.Answers pump = fakes.one(
                        "pump",
                        new AnswerPolicy(
                                PlaybackSpeed.RECORDED,
                                false,
                                asked -> keeper.keep(asked, real(asked, "new"), start, start.plusMillis(30))))
                .answers();

        assertThat(ask(pump, "set_rate", Map.of("ul_per_s", 3L)).result()).isEqualTo(payload("new"));
        assertThat(ask(pump, "set_rate", Map.of("ul_per_s", 3.0)))
                .isEqualTo(new FakeReply(payload("new"), null, Duration.ofMillis(30)));

        FakePlugin.Answers again = fakes((recording.text() + added.toString(UTF_8)).getBytes(UTF_8))
                .one("pump", AnswerPolicy.RECORDED)
                .answers();
        assertThat(ask(again, "set_rate", Map.of("ul_per_s", 3L)))
                .isEqualTo(new FakeReply(payload("new"), null, Duration.ofMillis(30)));
        assertThat(added.toString(UTF_8).lines()).hasSize(2);
    }

    @Test
    void what_the_hub_says_for_a_plugin_that_is_away_is_not_kept() {
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        AnswerKeeper keeper = fakes().keeper("pump", new LineWriter(FakeRecording.START), added::writeBytes);
        ExecuteRequest asked = request("set_rate", Map.of("ul_per_s", 3L));
        RemoteError error = new RemoteError(RemoteError.NOT_CONNECTED, "away", List.of());
        String away = text(Messages.create().errorReply(asked, 0, error));

        FakeReply reply = keeper.keep(asked, away, FakeRecording.START, FakeRecording.START);

        assertThat(reply.error().name()).isEqualTo("NotConnected");
        assertThat(added.size()).isZero();
    }

    private static String real(ExecuteRequest asked, Object value) {
        return text(Messages.create().executeReply(asked, 1, payload(value)));
    }

    private static String text(ExecuteReply reply) {
        return new String(MessageWriter.write(reply), UTF_8);
    }

    private RecordedFakes fakes() {
        return fakes(recording.bytes());
    }

    private static RecordedFakes fakes(byte[] content) {
        return RecordedFakes.read(
                "rec.jsonl", new RecordingReader("rec.jsonl", new ByteArrayInputStream(content)), new FakeLearner());
    }

    private FakePlugin.Answers pump(AnswerPolicy policy) {
        return fakes().one("pump", policy).answers();
    }

    private static AnswerPolicy policy(String speed, boolean nearest) {
        return new AnswerPolicy(PlaybackSpeed.of(speed), nearest, null);
    }

    private static FakeReply ask(FakePlugin.Answers plugin, String command, Map<String, Object> arguments) {
        try {
            return plugin.to(request(command, arguments));
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ExecuteRequest request(String command, Map<String, Object> arguments) {
        return Messages.create().executeRequest("ui", "pump", command, payload(arguments));
    }

    private static Payload payload(Object value) {
        try {
            return ContentData.encode(value, Payload.JSON);
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
