package io.github.hubsh.shell.script;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeProgram;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings of a script at a hub that is lost when the test wants it. */
@Timeout(120)
final class ScriptRecordingsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final FakeScreen screen = new FakeScreen();
    private final FakeFiles files = new FakeFiles();
    private final FakeSession session = new FakeSession(
            SessionSettings.ofHub("tcp://lab:1"),
            files,
            new Presenter(screen, new View(OutputFormat.AUTO, false, false, 80, false, Clock.systemUTC())));
    private ScriptRecordings recordings;

    @BeforeEach
    void speak() throws Exception {
        folder = folder.toRealPath();
        session.program().setServices(new FakeProgram());
        session.network.patient = true;
        Limits limits = new Limits(null, List.of(), List.of(folder), Set.of());
        recordings =
                new ScriptRecordings(new Connections(() -> session, new Permissions(folder, limits)), () -> session);
    }

    @AfterEach
    void close() {
        recordings.close();
        eventually(() -> session.memory().recordings().areNone(), TIMEOUT);
    }

    @Test
    void what_is_heard_is_counted_until_it_is_stopped_and_then_it_is_unknown() {
        assertThat(open(1, "={}")).isEqualTo("=null");
        assertThat(session.memory().isRecording()).isTrue();

        session.network.broadcasts.add(FakeBroadcast.request("run", Map.of("ml", 3L)));
        eventually(() -> recordings.totals(1).contains("\"messages\":1,"), TIMEOUT);

        assertThat(recordings.stop(1)).contains("\"messages\":1,").contains("rec-1.jsonl");
        assertThat(files.text(folder.resolve("rec-1.jsonl").toString())).contains("\"command\":\"run\"");
        ended(() -> recordings.totals(1));
        ended(() -> recordings.stop(1));
    }

    @Test
    void a_recording_whose_hub_is_lost_says_so_at_once_and_to_who_stops_it() {
        open(1, "={}");

        session.network.patient = false;
        session.network.broadcasts.add(FakeBroadcast.request("run", Map.of()));

        eventually(() -> screen.messages().contains("the hub is gone"), TIMEOUT);
        eventually(() -> !session.memory().isRecording(), TIMEOUT);
        assertThatThrownBy(() -> recordings.stop(1))
                .isInstanceOfSatisfying(
                        ShellException.class, lost -> assertThat(lost.problem()).isEqualTo(Problem.HUB_LOST));
    }

    @Test
    void a_recording_may_be_stopped_where_no_hub_is_joined_any_more() {
        open(1, "={}");
        assertThat(session.disconnect()).isTrue();

        assertThat(recordings.stop(1)).contains("\"messages\":0,");
    }

    @Test
    void a_recording_that_cannot_begin_leaves_nothing_behind() {
        session.network.patient = false;

        assertThatThrownBy(() -> open(1, "={}")).hasMessageContaining("the hub is gone");

        assertThat(session.memory().isRecording()).isFalse();
        ended(() -> recordings.totals(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "0"})
    void a_part_has_a_size(String size) {
        refused(
                () -> open(1, "={\"rotate\":\"" + size + "\"}"),
                "rotate: expected a size such as 100MB, found '" + size + "'");
    }

    @Test
    void there_are_at_most_twenty_at_once() {
        for (int i = 1; i <= 20; i++) {
            open(i, "={\"rotate\":\"1MB\"}");
        }

        refused(() -> open(21, "={}"), "more than 20 recordings at once");

        var unused = recordings.stop(7);
        open(21, "={}");
    }

    private String open(int id, String options) {
        return recordings.open(
                Stream.of(id, 0, folder.resolve("rec-" + id + ".jsonl").toString(), options)
                        .map(Value::asValue)
                        .toArray(Value[]::new));
    }

    private static void ended(Supplier<?> call) {
        refused(call, "this recording has ended");
    }

    private static void refused(Supplier<?> call, String text) {
        assertThatThrownBy(call::get).isInstanceOfSatisfying(ShellException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.USAGE);
            assertThat(refusal.text()).startsWith(text);
        });
    }
}
