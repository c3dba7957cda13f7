package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeProgram;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of a script, read from what crosses into it, on a session that writes down what it is asked to do. */
final class OperationsTest {
    private static final TimedBroadcast BROADCAST = FakeBroadcast.request("run", Map.of("ml", 3L));

    private final ScriptedLines lines = new ScriptedLines();
    private final FakeSession session = new FakeSession(SessionSettings.ofHub("tcp://lab:1"), null, null);
    private final Operations operations =
            new Operations(new Connections(() -> session, new Permissions(Path.of("/"), Limits.STRICT)));

    @BeforeEach
    void speak() {
        session.language = lines;
        session.program().setServices(new FakeProgram());
    }

    @Test
    void a_line_that_shows_nothing_gives_nothing() {
        assertThat(run("sh", "disconnect")).isEmpty();
        lines.shown = List.of(Outcome.NOTHING);
        assertThat(run("sh", "disconnect")).isEmpty();

        assertThat(lines.lines).containsExactly("disconnect", "disconnect");
        assertThat(lines.sessions).doesNotContain(session); // but one that does no more than the script may
    }

    @Test
    void one_result_is_that_and_several_are_a_list() {
        lines.shown = List.of(Outcome.value(1L));
        assertThat(run("sh", "x")).isEqualTo("=1");

        lines.shown = List.of(
                Outcome.value("a"),
                new Outcome.Text(List.of("one", "two")),
                Outcome.NOTHING,
                new Outcome.Row("shown", Map.of("row", 1L)),
                new Outcome.Exchange(BROADCAST, null, List.of(), Map.of("request", 2L)));
        assertThat(run("sh", "x")).isEqualTo("=[\"a\",\"one\\u000atwo\",{\"row\":1},{\"request\":2}]");
    }

    @Test
    void a_broadcast_is_what_a_listener_gets_whether_it_is_heard_or_recorded() throws Exception {
        lines.shown =
                List.of(new Outcome.Heard(BROADCAST), new Outcome.Recorded("{}", () -> new Outcome.Heard(BROADCAST)));

        List<?> both = (List<?>) Json.parse(run("sh", "tail").substring(1));

        assertThat(both).hasSize(2);
        assertThat(both.get(0)).isEqualTo(both.get(1));
        Map<?, ?> heard = (Map<?, ?>) both.get(0);
        assertThat(heard.get("source")).isEqualTo("ui");
        assertThat(heard.get("command")).isEqualTo("run");
        assertThat(heard.get("data")).isEqualTo(Map.of("ml", 3L));
    }

    @Test
    void a_line_that_fails_fails() {
        lines.shown = List.of(Outcome.value(1L));
        lines.failure = new ShellException(Problem.USAGE, "there is no verb x");

        assertThatThrownBy(() -> run("sh", "x")).isSameAs(lines.failure);
    }

    /** Columns: the plugin and the command, and the line. A quote in a name must not begin another statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pump      | ``     | describe 'pump'
            pump      | fill   | describe 'pump' 'fill'
            a'; exit  | it's   | describe 'a'\\''; exit' 'it'\\''s'
            """)
    void to_describe_is_a_line_in_which_the_names_are_quoted(String target, String command, String line) {
        assertThat(run("describe", target, command)).isEmpty();

        assertThat(lines.lines).containsExactly(line);
    }

    @Test
    void a_ping_takes_the_time_of_the_settings_where_it_says_none() {
        assertThat(run("ping", "plugin_a", -1.0)).isEqualTo("=1.234567");
        assertThat(session.network.pingTimeout).isEqualTo(session.settings().timeout());

        assertThat(run("ping", "", 1500.0)).isEqualTo("=1.234567");
        assertThat(session.network.pingTimeout).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void the_uri_is_that_of_the_hub_that_is_joined() {
        assertThat(run("uri")).isEqualTo("=\"" + session.network().identity().uri() + "\"");
    }

    @Test
    void a_replay_is_a_line_too() {
        assertThat(run("replay", "=[\"a.jsonl\"]", "=[]")).contains("\"ok\":true");

        assertThat(lines.lines).containsExactly("replay --quiet 'a.jsonl'");
    }

    @Test
    void a_connection_that_is_not_open_cannot_be_used_and_may_be_closed() {
        Operation ping = operations.prepare(values("ping", 7, "plugin_a", -1.0), MessageJournal.NONE);

        assertThatThrownBy(ping::run).hasMessageContaining("the script has closed this connection");
        assertThat(operations.prepare(values("close", 7), MessageJournal.NONE).run())
                .isEmpty();
    }

    @Test
    void to_connect_opens_another_session_with_the_keys_that_the_script_may_read() {
        Operation connect =
                operations.prepare(values("connect", 0, "tcp://b:1", "me", -1.0, "", ""), MessageJournal.NONE);

        assertThatThrownBy(connect::run).hasMessageContaining("there is only one session here");
        assertThatThrownBy(() -> run("connect", "tcp://b:1", "me", -1.0, "/etc/hostname", ""))
                .hasMessageContaining("is not open to this script");
    }

    @Test
    void a_request_keeps_its_order_and_goes_to_the_plugin() {
        Operation execute =
                operations.prepare(values("execute", 0, "plugin_a", "do_thing", "={\"x\":1}", ""), MessageJournal.NONE);

        assertThat(execute.keepsOrder()).isTrue();
        assertThat(execute.run()).isEqualTo("={\"x\":1}");
        assertThat(session.network.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).isEqualTo(Map.of("x", 1L)));
    }

    @Test
    void there_is_no_other_operation() {
        assertThatThrownBy(() -> run("reboot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reboot");
    }

    /** Runs an operation on the shell's own connection. */
    private String run(String operation, Object... rest) {
        return operations
                .prepare(values(operation, 0, rest), MessageJournal.NONE)
                .run();
    }

    private static Value[] values(String operation, int connection, Object... rest) {
        return Stream.concat(Stream.of(1, operation, connection), Stream.of(rest))
                .map(Value::asValue)
                .toArray(Value[]::new);
    }
}
