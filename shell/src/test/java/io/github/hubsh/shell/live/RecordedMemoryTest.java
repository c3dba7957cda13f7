package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.fake.RecordedKnowledge;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session knows from recordings. */
final class RecordedMemoryTest {
    @TempDir
    private Path locks;

    private LiveBench bench;

    @BeforeEach
    void start() {
        bench = new LiveBench(locks);
        Plugin plugin = new Plugin("plugin_a", bench.hub.queryUri());
        bench.connect(plugin);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void what_a_recording_shows_is_known_of_the_hub_that_is_not_there(@TempDir Path cache) {
        SessionSettings nowhere = SessionSettings.ofHub("tcp://127.0.0.1:1");
        PluginIdentity identity = new PluginIdentity("hubsh-ann-bench", List.of(locks), cache, null, null);
        LiveSession session = new LiveSession(nowhere, identity, new NoFiles(), new NotedDisplay());
        learn(FakeRecording.session(), session);
        assertThat(session.memory().catalog().plugins()).containsExactly("heater");
        session.close();

        LiveSession later = new LiveSession(nowhere, identity, new NoFiles(), new NotedDisplay());
        assertThat(later.memory().catalog().plugins()).containsExactly("heater");
        KnownCommand command = later.memory().catalog().command("heater", "set_target");
        assertThat(command.argument("celsius").values()).containsExactly(37L);
        assertThat(later.memory().catalog().observations().lastSeen("heater"))
                .isEqualTo(FakeRecording.START.plusMillis(300));
        later.close();
    }

    @Test
    void the_plugins_of_a_recording_stand_behind_those_that_are_there() {
        LiveSession session = bench.session();
        session.hub().network().peers().plugins();
        Catalog own = learn(FakeRecording.session(), session);

        assertThat(session.memory().catalog().plugins()).containsExactly("plugin_a", "hubsh-ann-bench", "heater");
        assertThat(own.plugins()).containsExactly("heater");
        assertThat(own.commands("heater")).containsExactly("get_state", "set_target");
    }

    @Test
    void a_recorded_description_is_one() {
        Map<String, Object> described =
                Map.of("version", 1L, "commands", Map.of("set_target", Map.of("documentation", "set it")));
        Catalog own =
                learn(FakeRecording.session().exchange("heater", "describe", Map.of(), described), bench.session());

        assertThat(own.command("heater", "set_target").documentation()).isEqualTo("set it");
    }

    private static Catalog learn(FakeRecording recording, LiveSession session) {
        return RecordedKnowledge.learn(
                        recording.reader(), session.memory().catalog().learner())
                .catalog();
    }
}
