package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.script.Launched;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in CPython is recorded once; after that a process answers in its place, and peers see no difference. */
final class RecordedNetworkIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(SOON);

    /** Not asked while it is recorded. */
    private static final String MISSING = "series";

    private static Hub real;
    private static PythonPeer peer;
    private static Map<String, ExecuteReply> recorded;
    private static byte[] recording;

    @TempDir
    private Path folder;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "desk");
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Launched hubsh;

    @BeforeAll
    static void record() throws IOException {
        Requires.pandas();
        real = new Hub("tcp://127.0.0.1:*", "lab");
        real.reset();
        peer = PythonPeer.start("peer_values.py", "--hub", real.queryUri(), "--name", "peer", "--pickle-protocol", "4");
        Recorder recorder = new Recorder();
        try (Plugin ui = new Plugin("ui", real.queryUri(), SubscribeOptions.NONE)) {
            ui.onSubscribe(recorder::heard);
            ui.reset();
            ui.subscribe("");
            recorded = new LinkedHashMap<>();
            for (Object name : (List<?>) ui.execute("peer", "names")) {
                if (!name.equals(MISSING)) {
                    recorded.put(String.valueOf(name), get(ui, String.valueOf(name)));
                }
            }
            ui.executeForReply("peer", "raise_error", Map.of(), PATIENT);
            eventually(() -> recorder.replies() == recorded.size() + 2, SOON);
        }
        recording = recorder.bytes();
    }

    @AfterAll
    static void stopReal() {
        if (peer != null) {
            peer.close();
            real.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        hub.reset();
        Files.write(folder.resolve("session.jsonl"), recording);
        hubsh = new Launched(
                folder,
                Map.of(
                        "HUBSH_HUB", hub.queryUri(),
                        "HUBSH_TIMEOUT", "30s",
                        "XDG_CACHE_HOME", SharedArchives.in(folder),
                        "XDG_STATE_HOME", folder.toString(),
                        "XDG_CONFIG_HOME", folder.toString()));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        hub.close();
    }

    @Test
    void every_payload_is_that_of_the_real_plugin_and_python_loads_it() throws IOException {
        serve("serve", "peer", "--from", "session.jsonl", "--speed", "max");
        Plugin ui = ui();

        assertThat(recorded).hasSizeGreaterThan(40);
        recorded.forEach(
                (name, reply) -> assertThat(get(ui, name).result()).as(name).isEqualTo(reply.result()));
        assertThat(ui.executeForReply("peer", "raise_error", Map.of(), PATIENT)
                        .error()
                        .value())
                .startsWith("Traceback (most recent call last)")
                .contains("boom: the electrode is on fire");
        JsonNode frame = asked(hub, "{'name': 'frame'}");
        assertThat(frame.get("type").asText()).isEqualTo("DataFrame");
        assertThat(frame).isEqualTo(asked(real, "{'name': 'frame'}"));
        assertThat(asked(hub, "{'name': '" + MISSING + "'}").get("error").toString())
                .contains("is not in the recording; the nearest is");
    }

    @Test
    void what_is_missing_is_asked_of_the_real_plugin_once_and_kept() throws IOException {
        serve("serve", "peer", "--from", "session.jsonl", "--record-missing", real.queryUri());
        Plugin ui = ui();

        ExecuteReply first = get(ui, MISSING);
        assertThat(asked(hub, "{'name': '" + MISSING + "'}").get("type").asText())
                .isEqualTo("Series");
        ExecuteReply failed = ui.executeForReply("peer", "judge", Map.of("name", "no such name"), PATIENT);
        assertThat(failed.error().value()).startsWith("Traceback (most recent call last)");
        List<String> added = Files.readAllLines(folder.resolve("session.jsonl"));
        // A header, and two requests with their replies.
        assertThat(added).hasSize((int) new String(recording, UTF_8).lines().count() + 5);

        ProcessRun again = run(
                "demo",
                "tcp://127.0.0.1:*",
                "--from",
                "session.jsonl",
                "--speed",
                "max",
                "-c",
                "x peer get name=series");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(first.error()).isNull();
        assertThat(again.out()).contains("\"values\":[1,0]");
    }

    @Test
    void the_demo_of_a_recording_answers_lines_and_stdin() {
        ProcessRun lines = run(
                "demo",
                "tcp://127.0.0.1:*",
                "--from",
                "session.jsonl",
                "--keep-going",
                "-c",
                "x peer get name=decimal; x peer gett",
                "-c",
                "describe peer get | jq '.[].argument'");

        assertThat(lines.out()).isEqualTo("1.50\nname\n");
        assertThat(lines.err()).contains("as recorded in session.jsonl: peer", "no such command");
        assertThat(lines.exit()).isEqualTo(6);
    }

    @Test
    void a_name_that_is_not_in_the_recording_ends_at_once() {
        ProcessRun wrong = run("serve", "pear", "--from", "session.jsonl");

        assertThat(wrong.exit()).isEqualTo(6);
        assertThat(wrong.err()).contains("did you mean 'peer'?");
    }

    /** Starts a process that serves, and waits until the plugin is there. */
    private void serve(String... arguments) throws IOException {
        Process process = hubsh.builder(arguments)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        opened.add(() -> {
            process.destroy();
            process.waitFor();
        });
        eventually(
                () -> "not served: " + read("err"),
                () -> read("err").contains("'peer' serves at " + hub.queryUri() + " as recorded"),
                SOON);
    }

    private ProcessRun run(String... arguments) {
        return ProcessRun.of(hubsh.builder(arguments), folder);
    }

    private String read(String name) {
        return hubsh.read(name);
    }

    private Plugin ui() {
        Plugin ui = new Plugin("ui", hub.queryUri());
        ui.reset();
        opened.add(ui);
        return ui;
    }

    private static ExecuteReply get(Plugin ui, String name) {
        return ui.executeForReply("peer", "get", Map.of("name", name), PATIENT);
    }

    /** Returns what a client in CPython makes of the reply. */
    private static JsonNode asked(Hub hub, String arguments) {
        try (PythonPeer client =
                PythonPeer.client(hub.queryUri(), "peer", "get", "--kwargs", arguments, "--timeout", "30")) {
            return client.next(SOON);
        }
    }

    /** Writes what the hub broadcasts. */
    private static final class Recorder {
        private final Instant start = Instant.now();
        private final LineWriter lines = new LineWriter(start);
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int replies;

        Recorder() {
            content.writeBytes(
                    LineWriter.line(new RecordingHeader(start, real.queryUri(), real.name(), Map.of(), Map.of(), 1)));
        }

        synchronized void heard(Broadcast broadcast) {
            try {
                content.writeBytes(
                        lines.line(new TimedBroadcast(Instant.now(), broadcast.message(), broadcast.text())));
                replies += broadcast.type().equals("execute_reply")
                                && broadcast.source().equals("peer")
                        ? 1
                        : 0;
            } catch (MalformedMessageException e) {
                throw new IllegalStateException(e);
            }
        }

        synchronized int replies() {
            return replies;
        }

        synchronized byte[] bytes() {
            return content.toByteArray();
        }
    }
}
