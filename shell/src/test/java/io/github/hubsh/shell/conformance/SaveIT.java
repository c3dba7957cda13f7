package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved of a session, or of a recording of it, passes at once against the network that it came from. */
final class SaveIT {
    private static final List<String> SESSION = List.of(
            "x plugin_a do_thing x=1.5",
            "x pump set_rate ul_per_s=500",
            "x pump dispense volume_ul=20",
            "until pump get_status --that '.state == \"idle\"' --every 20ms",
            "x electrode_controller set_electrode_state electrode_id=electrode003",
            "x electrode_controller get_channel_states | head 3",
            "run = x potentiostat run_active_experiment seconds=0.3 'Voltage (V)'=0.4",
            "until potentiostat acquisition_complete experiment_id=$run.experiment_id --every 20ms",
            "x potentiostat get_results experiment_id=$run.experiment_id",
            "x plugin_a fail",
            "ping pump",
            "x plugin_a echo t:=series({\"e1\":1.5,\"e2\":2}) b:=bytes(\"AQI=\") --mime pickle",
            "x plugin_a echo password=geheim");

    @TempDir
    private Path folder;

    private DemoNetwork network;
    private ResidentHubsh hubsh;
    private PythonPeer peer;

    @BeforeEach
    void start() throws IOException {
        network = DemoNetwork.start();
        hubsh = new ResidentHubsh(folder, folder, environment());
    }

    @AfterEach
    void stop() {
        hubsh.close();
        if (peer != null) {
            peer.close();
        }
        network.close();
    }

    @Test
    void a_session_becomes_a_test_a_script_and_lines() throws IOException {
        session("save saved.test.js", "save saved.js", "save saved.hubsh");

        passes();
        assertThat(Files.readString(folder.resolve("saved.test.js")))
                .contains("const run = potentiostat.run_active_experiment(")
                .contains("potentiostat.get_results({ experiment_id: run.experiment_id })")
                .doesNotContain("geheim", "left out");
        assertThat(Files.readString(folder.resolve("saved.hubsh"))).doesNotContain("geheim");
    }

    @Test
    void a_recording_of_a_session_becomes_a_test_a_script_and_lines() throws IOException {
        ByteArrayOutputStream recorded = new ByteArrayOutputStream();
        Instant start = Instant.now();
        recorded.writeBytes(LineWriter.line(new RecordingHeader(start, network.uri(), "demo", Map.of(), Map.of(), 1)));
        LineWriter writer = new LineWriter(start);
        try (Plugin listener = new Plugin("recorder", network.uri())) {
            listener.onSubscribe(broadcast -> record(broadcast, writer, recorded));
            listener.reset(Duration.ofSeconds(30));
            listener.subscribe("");
            eventually(
                    () -> {
                        hubsh.run("-c", "x plugin_a do_thing x=0");
                        return recorded.toString(UTF_8).contains("do_thing");
                    },
                    Duration.ofSeconds(30));
            session();
            eventually(() -> recorded.toString(UTF_8).contains("AQI"), Duration.ofSeconds(30));
        }
        Files.write(folder.resolve("rec.jsonl"), recorded.toByteArray());

        for (String name : List.of("saved.test.js", "saved.js", "saved.hubsh")) {
            ProcessRun saved = hubsh.run("save", name, "--from", "rec.jsonl");
            assertThat(saved.exit()).as(saved.toString()).isZero();
        }

        passes();
        assertThat(Files.readString(folder.resolve("saved.test.js"))).doesNotContain("geheim");
    }

    @Test
    void replies_of_every_kind_of_python_are_expected_as_they_are_seen() throws IOException {
        Requires.pandas();
        peer = PythonPeer.start("peer_values.py", "--hub", network.uri(), "--name", "peer", "--pickle-protocol", "4");
        List<String> lines = new ArrayList<>();
        hubsh.run("-c", "x peer names | jq '.[]'")
                .out()
                .lines()
                .forEach(name -> lines.add("x peer within name=='" + name + "'"));
        lines.add("save saved.test.js");
        Files.write(folder.resolve("session.txt"), lines);

        ProcessRun run = hubsh.run("-f", "session.txt");

        assertThat(lines).hasSizeGreaterThan(40);
        assertThat(run.exit()).as(run.err()).isZero();
        ProcessRun test = hubsh.run("test", "saved.test.js");
        assertThat(test.exit()).as(test.out() + test.err()).isZero();
    }

    private void session(String... more) throws IOException {
        List<String> lines = new ArrayList<>(SESSION);
        lines.addAll(List.of(more));
        Files.write(folder.resolve("session.txt"), lines);
        hubsh.run("--keep-going", "-f", "session.txt");
    }

    private void passes() {
        for (String verb : List.of("test saved.test.js", "run saved.js", "run saved.hubsh", "test saved.test.js")) {
            ProcessRun run = hubsh.run(verb.split(" ", 2));
            assertThat(run.exit()).as(verb + ": " + run.out() + run.err()).isZero();
        }
    }

    private static void record(Broadcast broadcast, LineWriter writer, ByteArrayOutputStream recorded) {
        try {
            recorded.writeBytes(writer.line(new TimedBroadcast(Instant.now(), broadcast.message(), broadcast.text())));
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "HUBSH_HUB", network.uri(),
                "HOME", folder.toString(),
                "HUBSH_TIMEOUT", "30s",
                "NO_COLOR", "1",
                "XDG_CACHE_HOME", SharedArchives.in(folder.resolve("XDG_CACHE_HOME")),
                "XDG_STATE_HOME", folder.resolve("XDG_STATE_HOME").toString(),
                "XDG_CONFIG_HOME", folder.resolve("XDG_CONFIG_HOME").toString(),
                "XDG_RUNTIME_DIR", folder.resolve("XDG_RUNTIME_DIR").toString());
    }
}
