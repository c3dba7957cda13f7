package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.content.RandomValues;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.knowledge.Limits;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings that are answered over a hub, with all that the wire shows of it. */
final class FakePluginsTest {
    private static final AnswerPolicy AT_ONCE = new AnswerPolicy(PlaybackSpeed.MAX, false, null);
    private static final int VALUES = 300;

    private final Hub hub = new Hub("inproc://fakes-" + System.nanoTime());
    private final Plugin ui;
    private Plugin fake = new Plugin("none", "inproc://none");

    FakePluginsTest() {
        hub.reset();
        ui = new Plugin("ui", hub.queryUri());
        ui.reset();
    }

    @AfterEach
    void stop() {
        hub.close();
        ui.close();
        fake.close();
    }

    @Test
    void values_of_every_kind_that_a_pickle_carries_come_back_byte_for_byte() throws ContentException {
        long seed = new Random().nextLong();
        RandomValues values = new RandomValues(seed, false);
        FakeRecording recording = new FakeRecording();
        Map<Long, Payload> recorded = new HashMap<>();
        for (long i = 0; i < VALUES; i++) {
            Payload payload = ContentData.encode(values.next(), Payload.PICKLE);
            recorded.put(i, payload);
            recording.encoded("peer", "get", Map.of("i", i), payload);
        }
        serve(recording);

        recorded.forEach((i, payload) -> {
            ExecuteReply reply = ask("get", Map.of("i", i));
            assertThat(reply.error()).as("seed " + seed).isNull();
            assertThat(reply.result().data()).as("value %s of seed %s", i, seed).isEqualTo(payload.data());
            if (payload.data() != null) {
                assertThat(reply.result().metadata()).isEqualTo(payload.metadata());
            }
        });
    }

    @Test
    void random_arguments_find_their_answer_again() throws ContentException {
        long seed = new Random().nextLong();
        RandomValues values = new RandomValues(seed, false);
        FakeRecording recording = new FakeRecording();
        Map<Long, Payload> asked = new HashMap<>();
        for (long i = 0; i < VALUES; i++) {
            Map<String, Object> arguments = new HashMap<>();
            arguments.put("i", i);
            arguments.put("value", values.next());
            asked.put(i, ContentData.encode(arguments, Payload.PICKLE));
            recording.exchange("peer", "get", arguments, i, Payload.PICKLE);
        }
        serve(recording);

        asked.forEach((i, payload) -> {
            ExecuteReply reply = ui.executeForReply(
                    Messages.create().executeRequest("ui", "peer", "get", payload), ExecuteOptions.DEFAULT);
            assertThat(ContentData.decodeOrExplain(reply.result()))
                    .as("value %s of seed %s", i, seed)
                    .isEqualTo(i);
        });
    }

    @Test
    void an_error_has_its_name_text_and_traceback() {
        RemoteError error = new RemoteError("ValueError", "too much", List.of("File \"pump.py\", line 3", "raise"));
        RemoteError text = RemoteError.ofText("Traceback (most recent call last):\n  …\nKeyError: 'x'");
        FakeRecording recording = new FakeRecording();
        recording.reply(
                recording.request("peer", "get", Map.of(), Payload.JSON), "peer", "get", null, error, Payload.JSON);
        recording.reply(
                recording.request("peer", "get", Map.of(), Payload.JSON), "peer", "get", null, text, Payload.JSON);
        serve(recording);

        assertThat(ask("get", Map.of()).error()).isEqualTo(error);
        assertThat(ask("get", Map.of()).error().value()).isEqualTo(text.value());
    }

    @Test
    void it_describes_what_was_seen_of_it() {
        serve(new FakeRecording()
                .exchange("peer", "set", Map.of("rate", 2L, "mode", "slow"), "ok")
                .exchange("peer", "set", Map.of("rate", 3L), "ok"));

        Map<?, ?> commands = (Map<?, ?>) ((Map<?, ?>) ui.execute("peer", "describe")).get("commands");
        assertThat(commands.keySet()).asString().isEqualTo("[describe, ping, set]");
        assertThat(commands.get("set"))
                .isEqualTo(Map.of(
                        "documentation",
                        "",
                        "arguments",
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("mode", Map.of("type", "string"), "rate", Map.of("type", "number")),
                                "required",
                                List.of(),
                                "additionalProperties",
                                true),
                        "examples",
                        List.of(Map.of("rate", 2L, "mode", "slow"), Map.of("rate", 3L))));
    }

    private void serve(FakeRecording recording) {
        RecordedFakes fakes = RecordedFakes.read(
                "rec.jsonl",
                recording.reader(),
                RecordingLearner.create(clock -> new Knowledge(Limits.DEFAULT, clock, Map.of()), knowledge -> {}));
        fake = FakePlugins.plugin(fakes.one("peer", AT_ONCE), hub.queryUri());
        fake.reset();
    }

    private ExecuteReply ask(String command, Map<String, Object> arguments) {
        return ui.executeForReply("peer", command, arguments, ExecuteOptions.DEFAULT);
    }
}
