package io.github.hubsh.shell.verb.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two networks: here a fake of {@code plugin_a} runs, and on the real one there is the plugin itself. */
final class MissingAnswersTest {
    private static final String URI = "tcp://real:1";
    private static final String LINE = "serve plugin_a --from rec.jsonl --record-missing " + URI;

    private final ShellBench here = ShellBench.terminal();
    private final FakeSession real = ShellBench.terminal().session;
    private final RecordedFakes fakes =
            RecordedFakes.read("rec.jsonl", FakeRecording.smoke().reader(), here.session.learner());
    private final String recorded = FakeRecording.smoke().text();

    @BeforeEach
    void record() {
        here.files.with("rec.jsonl", recorded);
        here.session.another = real;
    }

    @Test
    void without_the_option_nothing_is_asked_and_no_session_is_opened() {
        here.session.another = null;

        assertThat(MissingAnswers.of("plugin_a", fakes, arguments("serve plugin_a --from rec.jsonl"), here.session))
                .isNull();
    }

    @Test
    void agreeing_needs_something_to_agree_to() {
        String line = "serve plugin_a --from rec.jsonl --yes";

        assertThatThrownBy(() -> MissingAnswers.of("plugin_a", fakes, arguments(line), here.session))
                .hasMessage("--yes needs --record-missing URI")
                .satisfies(wrong -> assertThat(
                                requireNonNull(((ShellException) wrong).place()).offset())
                        .isEqualTo(line.indexOf("--yes")));
    }

    @Test
    void the_real_plugin_is_asked_the_same_with_the_settings_of_this_shell() {
        HubKeys keys = new HubKeys("hub.pub", "own.key", false);
        here.session.switchTo(new SessionSettings(
                "tcp://here:1", "me", Duration.ofSeconds(7), Duration.ofSeconds(9), List.of("plugin_b"), true, keys));
        answered("ready", 5L, null);

        try (MissingAnswers missing = opened(LINE)) {
            missing.ask(request("ready", Map.of("x", 1L)).with(Map.of("step", 3L)));
        }

        assertThat(real.settings())
                .isEqualTo(new SessionSettings(
                        URI, "me", Duration.ofSeconds(7), Duration.ofSeconds(9), List.of(), false, keys));
        assertThat(real.network.sent)
                .containsExactly(new Request(
                        "plugin_a",
                        "ready",
                        payload(Map.of("x", 1L)),
                        Payload.JSON,
                        Map.of("step", 3L),
                        false,
                        Duration.ofSeconds(7)));
        assertThat(here.session.network.sent).isEmpty();
    }

    @Test
    void its_answer_is_given_at_once_and_stands_in_the_recording() {
        answered("ready", 5L, null);

        try (MissingAnswers missing = opened(LINE)) {
            assertThat(missing.ask(request("ready", Map.of("x", 1L))))
                    .isEqualTo(new FakeReply(payload(5L), null, Duration.ZERO));
        }

        List<String> added = added();
        assertThat(added).hasSize(3);
        assertThat(added.get(0)).contains("\"hub\":\"" + URI + "\"", "\"hub_name\":\"hub\"");
        assertThat(added.get(1)).contains("execute_request", "\"ready\"");
        assertThat(added.get(2)).contains("execute_reply", "\"ready\"");
        assertThat(here.screen.messages()).isEmpty();
    }

    @Test
    void what_was_asked_once_is_known_from_then_on() throws ContentException {
        answered("ready", 5L, null);

        try (MissingAnswers missing = opened(LINE)) {
            FakePlugin fake = fakes.one("plugin_a", new AnswerPolicy(PlaybackSpeed.RECORDED, false, missing));
            for (int i = 0; i < 3; i++) {
                assertThat(fake.answers().to(request("ready", Map.of("x", 1L))).result())
                        .isEqualTo(payload(5L));
            }
        }

        assertThat(real.network.sent).hasSize(1);
    }

    /** Some errors come as messages that were read, others as such that could not be; both are answers. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_error_of_the_real_plugin_is_an_answer_too(boolean read) {
        RemoteError error = RemoteError.ofText("the lid is open");
        ShellException failed = new ShellException(Problem.REMOTE_ERROR, "the lid is open");
        String raw = reply("ready", null, error);
        real.network.answers("ready", read ? failed.errorReply(raw) : failed.unreadReply(raw));

        try (MissingAnswers missing = opened(LINE)) {
            assertThat(missing.ask(request("ready", Map.of())).error()).isEqualTo(error);
        }

        assertThat(added()).hasSize(3);
    }

    @Test
    void where_no_answer_comes_it_says_so_and_keeps_nothing() {
        real.network.answers("ready", new ShellException(Problem.TIMEOUT, "no reply within 5 s"));

        try (MissingAnswers missing = opened(LINE)) {
            FakeReply reply = missing.ask(request("ready", Map.of()));

            assertThat(reply.result()).isEqualTo(Payload.NONE);
            assertThat(requireNonNull(reply.error()).name()).isEqualTo(FakeReply.NOT_RECORDED);
            assertThat(reply.error().value()).isEqualTo("no reply within 5 s");
        }

        assertThat(here.screen.messages()).isEqualTo("warning: ready was not recorded, and: no reply within 5 s\n");
        assertThat(here.files.text("rec.jsonl")).isEqualTo(recorded);
    }

    @Test
    void a_reply_that_is_no_message_is_not_kept() {
        real.network.whole.put("text", "no message");

        try (MissingAnswers missing = opened(LINE)) {
            assertThat(requireNonNull(missing.ask(request("text", Map.of())).error())
                            .name())
                    .isEqualTo(FakeReply.NOT_RECORDED);
        }

        assertThat(here.screen.messages())
                .startsWith("warning: text was not recorded, and: the real plugin's reply cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' --yes', 1"})
    void a_context_of_the_real_network_that_asks_wants_it_agreed_to_before(String yes, int sent) {
        answered("ready", 5L, null);
        real.memory().context().use(new HubContext("lab", URI, null, null, Map.of(), false, true));

        try (MissingAnswers missing = opened(LINE + yes)) {
            missing.ask(request("ready", Map.of()));
        }

        assertThat(real.network.sent).hasSize(sent);
        assertThat(here.screen.messages().contains("was not recorded")).isEqualTo(sent == 0);
    }

    @Test
    void a_real_network_that_is_not_there_ends_it_before_anything_is_served() {
        real.hubIsThere = false;

        assertThatThrownBy(() -> opened(LINE)).hasMessage("no hub answers at " + URI);

        assertThat(real.calls).containsExactly("close");
        assertThat(here.files.text("rec.jsonl")).isEqualTo(recorded);
    }

    @Test
    void its_end_leaves_the_real_network() {
        opened(LINE).close();

        assertThat(real.calls).containsExactly("close");
    }

    private MissingAnswers opened(String line) {
        return requireNonNull(MissingAnswers.of("plugin_a", fakes, arguments(line), here.session));
    }

    private static Arguments arguments(String line) {
        return LineParser.parse(line).get(0).arguments();
    }

    /** Lets the real plugin answer once. */
    private void answered(String command, @Nullable Object result, @Nullable RemoteError error) {
        real.network.answers(command, result);
        real.network.whole.put(command, reply(command, result, error));
    }

    private static String reply(String command, @Nullable Object result, @Nullable RemoteError error) {
        Header header =
                new Header("r1", "s1", "2024-01-01", "plugin_a", "me", MessageType.EXECUTE_REPLY, Header.VERSION);
        ExecuteReply.Status status = error == null ? ExecuteReply.Status.OK : ExecuteReply.Status.ERROR;
        Payload data = result == null ? Payload.NONE : payload(result);
        return new String(
                MessageWriter.write(new ExecuteReply(header, null, command, status, 1, data, error, false)), UTF_8);
    }

    private static ExecuteRequest request(String command, Map<String, ?> arguments) {
        return Messages.create().executeRequest("ui", "plugin_a", command, payload(arguments));
    }

    private static Payload payload(Object value) {
        try {
            return ContentData.encode(value, Payload.JSON);
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the lines behind those that were recorded before. */
    private List<String> added() {
        String text = here.files.text("rec.jsonl");
        assertThat(text).startsWith(recorded);
        return text.substring(recorded.length()).lines().toList();
    }
}
