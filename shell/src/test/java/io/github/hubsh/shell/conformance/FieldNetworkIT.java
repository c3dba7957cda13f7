package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The program on a network of plugins in CPython with the habits of the field; {@code peer_network.py} lists them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FieldNetworkIT {
    @TempDir
    private Path folder;

    private Hub hub;
    private PythonPeer network;

    @BeforeAll
    void start() {
        Requires.pandas();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        network = PythonPeer.start("peer_network.py", "--hub", hub.queryUri());
    }

    @AfterAll
    void stop() {
        if (network != null) {
            network.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void errors_are_shown_for_what_they_are() throws IOException {
        ProcessRun run = file("""
                x camera capture
                x camera focus
                x camera zoom
                x camera flash
                x camera reset
                x heater no_status
                x heater odd_count
                x heater bad_text
                x step_label_plugin get_label
                x step_label_plugin clear_label
                x pump dispense seconds=0.5 --timeout 100ms
                x pumpp dispense
                """);

        assertThat(run.out()).isEqualTo("wash\n");
        assertThat(run.err().lines().filter(line -> !line.startsWith("  "))).containsExactly("""
                error: camera capture: the plugin reports an error and does not say which: {}
                error: camera focus: the plugin reports an error and does not say which: ''
                error: camera zoom: {"message":"jammed"}
                error: camera flash: [1]
                error: camera reset: Stop
                error: heater no_status: the reply is invalid: content.status: missing, expected a string
                error: heater odd_count: the reply is invalid: content.execution_count: expected a number, found 'one'
                error: heater bad_text: the reply is invalid: JSON that is not UTF-8
                ok (no data)
                error: pump dispense: no reply within 100 ms; pump is registered
                error: pumpp dispense: no such plugin is registered
                """.split("\n"));
        assertThat(run.err()).contains("did you mean 'pump'?");
    }

    @Test
    void json_lines_are_json_for_every_reader_whatever_a_peer_sends() throws IOException {
        ProcessRun run = file("""
                tail --source barcode --where '.command != "ping"' --count 6 --jsonl > tail.jsonl &
                20 ping barcode > pings.jsonl
                x barcode scan > scan.jsonl
                x barcode one > one.txt
                x barcode broken_pickle
                x barcode no_base64
                x barcode odd_mime --raw > raw.jsonl
                x barcode bad_json
                fg
                """);

        assertThat(run.err().lines().filter(line -> line.startsWith("error"))).containsExactly("""
                error: barcode broken_pickle: the result cannot be read: pickle at byte 2, BINUNICODE: needs 4 bytes, 1 are left
                error: barcode no_base64: the result cannot be read: data is not BASE64: character 0 is '*'
                error: barcode bad_json: the result cannot be read: JSON at line 1, column 8: Unexpected end-of-input: \
                expected close marker for Object (begun at line 1, column 1)
                """.split("\n"));
        assertThat(folder.resolve("one.txt")).hasContent("x\ufffdy");
        assertThat(folder.resolve("scan.jsonl"))
                .hasContent("{\"code\":\"x\ufffdy\",\"low\ufffd\":[\"\ufffd\",\"\ud83d\ude00\"]}");
        List<JsonNode> tail = new ArrayList<>();
        // Reads strict UTF-8.
        for (String line : Files.readAllLines(folder.resolve("tail.jsonl"))) {
            assertThat(line).doesNotContain("\\ud", "Jackson", "Stream");
            tail.add(new ObjectMapper().readTree(line));
        }
        assertThat(tail)
                .extracting(line -> line.path("data").has("unreadable"))
                .containsExactly(false, false, true, true, true, true);
        assertThat(tail.get(4).path("data").path("mime_type").asText()).isEqualTo("image/png");
        assertThat(Files.readString(folder.resolve("raw.jsonl"))).contains("\"mime_type\": \"image/png\"");
    }

    @Test
    void half_a_surrogate_pair_is_handed_on_as_it_came() {
        ProcessRun run = hubsh(
                "-c",
                "v = x barcode scan; x barcode what code=$v.code all:=$v w=x-$v.code j:='{\"a\":\"$v.code\"}' --json");

        assertThat(run.out())
                .contains("\"code\":\"str 'x\\\\ud83dy'\"", "\"w\":\"str 'x-x\\\\ud83dy'\"", "'low\\\\udc00'");
    }

    private ProcessRun file(String lines) throws IOException {
        Files.writeString(folder.resolve("lines.hubsh"), lines);
        return hubsh("-f", "lines.hubsh", "--keep-going");
    }

    private ProcessRun hubsh(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of("../bin/hubsh").toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HUBSH_HUB", hub.queryUri());
        builder.environment().put("HUBSH_TIMEOUT", "20s");
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder.resolve("cache")));
        return ProcessRun.of(builder, folder);
    }
}
