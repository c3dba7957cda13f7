package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a network of plugins in CPython with the habits of the field; {@code peer_network.py} lists them. What
 * it does there does not depend on the process, so that one makes all runs; what runs beside them is a process of its
 * own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FieldNetworkIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private Hub hub;
    private PythonPeer network;
    private ResidentHubsh hubsh;

    @BeforeAll
    void start() throws IOException {
        Requires.pandas();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        network = PythonPeer.start("peer_network.py", "--hub", hub.queryUri());
        hubsh = new ResidentHubsh(folder, folder, environment());
    }

    @AfterAll
    void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (network != null) {
            network.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        hubsh.forget();
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
        // A run that takes half a second sees the reply of the pump come late.
        assertThat(run.err().lines().filter(line -> !line.startsWith("  ") && !line.startsWith("late reply of pump ")))
                .containsExactly("""
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
    void what_plugins_answer_is_handed_on_as_what_it_was() throws IOException {
        ProcessRun run = file("""
                id = x dstat-interface run_active_experiment
                r = until dstat-interface acquisition_complete experiment_id=$id --every 10ms --for 20s
                x pump what v=$r.experiment_id n=run-$id c:=$r.current | jq 'map_values(.[:5])'
                x dstat-interface acquisition_complete experiment_id==$id
                describe microdrop.electrode_controller_plugin > known.json
                s = x microdrop.electrode_controller_plugin get_channel_states
                x microdrop.electrode_controller_plugin set_channel_states channel_states=$s.channel_states
                x microdrop.electrode_controller_plugin set_electrode_states electrode_states=$s.electrode_states
                x microdrop.electrode_controller_plugin set_channel_states channel_states:=series({37:1})
                x microdrop.electrode_controller_plugin set_channel_states channel_states:=series({'37':1})
                x droplet_planning_plugin show_states electrode_states=$s.electrode_states
                x droplet_planning_plugin show_states electrode_states:={"electrode043":1}
                x droplet_planning_plugin show_states electrode_states:=series({"electrode043":1})
                p = x device_info_plugin get_path
                x device_info_plugin load path=$p
                x device_info_plugin load path=C:\\temp\\new.svg
                t = x dropbot_plugin measure
                x dropbot_plugin same frame=$t
                x dropbot_plugin measure > table.csv
                l = x dropbot_plugin find_liquid
                x step_label_plugin what v=$l w=$l[0]
                """);

        assertThat(run.out()).isEqualTo("""
                {"v":"UUID ","n":"str '","c":"Serie"}
                1
                43
                1
                1
                ["electrode_states"]
                ["electrode_states"]
                found
                found
                the same
                {"v":"ndarray array([43, 44], dtype=int32)","w":"int 43"}
                """);
        assertThat(run.err().lines().filter(line -> !line.startsWith("  ")))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("error: dstat-interface acquisition_complete: KeyError: '"),
                        describing -> assertThat(describing).startsWith("nothing is known of microdrop.electrode"),
                        second -> assertThat(second)
                                .isEqualTo("note: channel_states: labels are sent as integers, as they were seen"),
                        third -> assertThat(third)
                                .startsWith(
                                        "warning: electrode_states: seen as a Series, sent as an object; write it as"),
                        fourth -> assertThat(fourth).isEqualTo("ok (no data)"));
        assertThat(folder.resolve("table.csv")).hasContent("a.2,a,a.1,0,0.1\n0,1,2,3,4\n1,5,6,7,8\n");
    }

    @Test
    void keys_beside_the_data_arrive_there() {
        ProcessRun run = hubsh(
                "-c",
                "id = x dstat-interface run_active_experiment; x pump what v=$id | jq '.v[:4]';"
                        + " x microdrop.protocol_controller goto_step --content step_number=3;"
                        + " x microdrop.protocol_controller goto_step x=1 --content step_number==3;"
                        + " x microdrop.protocol_controller content --content a:='[1,null]' --content b[c]=x --silent",
                "-c",
                "x microdrop.protocol_controller goto_step --content silent=true");

        assertThat(run.out()).isEqualTo("""
                UUID
                int 3
                str '3'
                {"command":"content","silent":true,"stop_on_error":false,"metadata":{"mime_type":"application/json"},\
                "a":[1,null],"b":{"c":"x"}}
                """);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("error: 'silent' is a key of every request, and cannot stand beside the data\n");
    }

    @Test
    void a_script_meets_the_same_network() throws IOException {
        Files.writeString(folder.resolve("field.js"), """
                import { hub, series } from 'hubsh';
                const [stat, ec, routes, pump, device, bot, plan] = ['dstat-interface', 'microdrop.electrode_controller_plugin',
                  'droplet_planning_plugin', 'pump', 'device_info_plugin', 'dropbot_plugin', 'microdrop.protocol_controller']
                  .map((name) => hub.plugin(name));
                const type = (value) => pump.what({ value }).value.split(' ')[0];
                const id = stat.run_active_experiment();
                const done = hub.until(() => stat.acquisition_complete({ experiment_id: id }), { every: '10ms', for: '20s' });
                console.log(type(id), type(done.experiment_id), type(done.current), type([id]), type(`run-${id}`));
                const states = ec.get_channel_states();
                console.log(ec.set_channel_states({ channel_states: states.channel_states }),
                  ec.set_electrode_states({ electrode_states: states.electrode_states }),
                  ec.set_channel_states({ channel_states: series(new Map([[37, 1]])) }));
                console.log(routes.show_states(states), routes.show_states({ electrode_states: { electrode043: 1 } }));
                console.log(device.load({ path: device.get_path() }), device.load({ path: 'C:\\\\temp\\\\new.svg' }));
                console.log(bot.same({ frame: bot.measure() }), type(bot.find_liquid()));
                console.log(plan.goto_step({}, { content: { step_number: 3 } }),
                  hub.execute('microdrop.protocol_controller', 'goto_step', {}, { content: { step_number: 'x' } }),
                  await plan.async.goto_step({}, { content: { step_number: 4 } }));
                const label = hub.plugin('step_label_plugin');
                console.log(label.get_label(), label.clear_label());
                const calls = [['camera', 'capture'], ['camera', 'focus'], ['heater', 'no_status'], ['heater', 'bad_text'],
                  ['barcode', 'no_base64'], ['pumpp', 'x'], ['pump', 'dispense', { seconds: 0.2 }, { timeout: '20ms' }],
                  ['pump', 'ping', {}, { content: { data: 1 } }]];
                for (const call of calls) {
                  try { console.log(hub.execute(...call)); } catch (e) { console.log(e.name, e.message); }
                }
                const seen = new Map();
                const off = hub.on('execute_reply', { source: 'barcode' }, (m) => seen.set(m.command, m.data));
                while (!seen.has('ping')) { await hub.async.execute('barcode', 'ping'); }
                await hub.async.execute('barcode', 'odd_mime').catch(() => {});
                while (!seen.has('odd_mime')) { await hub.async.ping(); }
                off();
                console.log(Object.keys(seen.get('odd_mime')));
                """);

        ProcessRun run = hubsh("run", "field.js");

        assertThat(run.out()).isEqualTo("""
                UUID UUID Series list str
                1 43 1
                ['channel_states', 'electrode_states'] null
                found found
                the same ndarray
                int 3 str 'x' int 4
                wash null
                RemoteError camera capture: the plugin reports an error and does not say which: {}
                RemoteError camera focus: the plugin reports an error and does not say which: ''
                RemoteError heater no_status: the reply is invalid: content.status: missing, expected a string
                RemoteError heater bad_text: the reply is invalid: JSON that is not UTF-8
                UsageError barcode no_base64: the result cannot be read: data is not BASE64: character 0 is '*'
                NoSuchPluginError pumpp x: no such plugin is registered
                TimeoutError pump dispense: no reply within 20 ms; pump is registered
                UsageError content: 'data' is a key of every request, and cannot stand beside the data
                ['unreadable', 'mime_type']
                """);
        assertThat(run.exit()).isZero();
    }

    @Test
    void json_lines_are_json_for_every_reader_whatever_a_peer_sends() throws IOException {
        Path heard = folder.resolve("tail.jsonl");
        Process tailing = builder("tail", "--source", "barcode", "--jsonl")
                .redirectOutput(heard.toFile())
                .start();
        ProcessRun run;
        try {
            // The subscription takes its time to arrive.
            eventually(
                    () -> hubsh("ping", "barcode").exit() == 0 && heard.toFile().length() > 0, SOON);
            run = file("""
                    x barcode scan > scan.jsonl
                    x barcode one > one.txt
                    x barcode broken_pickle
                    x barcode no_base64
                    x barcode odd_mime --raw > raw.jsonl
                    x barcode bad_json
                    """);
            eventually(() -> answers(heard).size() >= 6, SOON);
        } finally {
            tailing.destroy();
        }

        assertThat(run.err().lines().filter(line -> line.startsWith("error"))).containsExactly("""
                error: barcode broken_pickle: the result cannot be read: pickle at byte 2, BINUNICODE: needs 4 bytes, 1 are left
                error: barcode no_base64: the result cannot be read: data is not BASE64: character 0 is '*'
                error: barcode bad_json: the result cannot be read: JSON at line 1, column 8: Unexpected end-of-input: \
                expected close marker for Object (begun at line 1, column 1)
                """.split("\n"));
        assertThat(folder.resolve("one.txt")).hasContent("x\ufffdy");
        assertThat(folder.resolve("scan.jsonl"))
                .hasContent("{\"code\":\"x\ufffdy\",\"low\ufffd\":[\"\ufffd\",\"\ud83d\ude00\"]}");
        assertThat(heard).content().doesNotContain("\\ud", "Jackson", "Stream");
        List<JsonNode> tail = answers(heard);
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

    /** Returns the replies in lines of JSON, in strict UTF-8, without those to pings; the last line may be a part. */
    private static List<JsonNode> answers(Path lines) {
        List<JsonNode> answers = new ArrayList<>();
        try {
            String text = Files.readString(lines);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                JsonNode reply = new ObjectMapper().readTree(line);
                if (!reply.path("command").asText().equals("ping")) {
                    answers.add(reply);
                }
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return answers;
    }

    private ProcessRun file(String lines) throws IOException {
        Files.writeString(folder.resolve("lines.hubsh"), lines);
        return hubsh("-f", "lines.hubsh", "--keep-going");
    }

    private ProcessRun hubsh(String... arguments) {
        return hubsh.run(arguments);
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of("../bin/hubsh").toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment());
        return builder;
    }

    private Map<String, String> environment() {
        return Map.of(
                "HUBSH_HUB", hub.queryUri(),
                "HUBSH_TIMEOUT", "20s",
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder.resolve("cache")));
    }
}
