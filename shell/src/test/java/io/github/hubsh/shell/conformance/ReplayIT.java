package io.github.hubsh.shell.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.RandomValues;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TrafficRecorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sessions with the demo's plugins and with one in CPython, which replies with pickles and with UUIDs that it makes up:
 * recorded once, and replayed on the same network.
 */
@Timeout(300)
final class ReplayIT {
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(Duration.ofSeconds(60));

    @TempDir
    private static Path folder;

    // Mutable state: two networks for all
    private static DemoNetwork network;
    private static Hub lab;
    private static PythonPeer python;
    private static ResidentHubsh hubsh;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        Requires.pandas();
        network = DemoNetwork.start();
        lab = new Hub("tcp://127.0.0.1:*", "lab");
        lab.reset();
        python = PythonPeer.start("peer_network.py", "--hub", lab.queryUri());
        environment = Map.of(
                "HUBSH_HUB", network.uri(),
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder));
        hubsh = new ResidentHubsh(folder, folder, environment);
        record();
    }

    @AfterAll
    static void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (python != null) {
            python.close();
        }
        if (lab != null) {
            lab.close();
        }
        if (network != null) {
            network.close();
        }
    }

    /** Sessions of a user: an experiment, polled until it is done; and beside that of the demo, a pump. */
    private static void record() throws IOException {
        record(network.uri(), "session.jsonl", ui -> {
            int requests = experiment(ui);
            ask(ui, "pump", "set_rate", Map.of("ul_per_s", 2.5), Payload.JSON);
            return requests + 1;
        });
        record(lab.queryUri(), "python.jsonl", ReplayIT::pythonExperiment);
    }

    private static void record(String uri, String file, ToIntFunction<Plugin> session) throws IOException {
        try (TrafficRecorder recorder = new TrafficRecorder(uri);
                Plugin ui = new Plugin("ui", uri)) {
            ui.reset(Duration.ofSeconds(60));
            int requests = session.applyAsInt(ui);
            Eventually.eventually(() -> recorder.replies() >= requests, Duration.ofSeconds(60));
            recorder.write(folder.resolve(file));
        }
    }

    private static int experiment(Plugin ui) {
        Object id = ((Map<?, ?>) ask(ui, "potentiostat", "run_active_experiment", Map.of("seconds", 1), Payload.JSON))
                .get("experiment_id");
        Map<String, Object> arguments = Map.of("experiment_id", id);
        for (int poll = 0; poll < 2; poll++) {
            ask(ui, "potentiostat", "acquisition_complete", arguments, Payload.JSON);
        }
        ExecuteOptions unheard = PATIENT.withMimeType(Payload.JSON).withSilent(true);
        Eventually.eventually(
                () -> ui.execute("potentiostat", "acquisition_complete", arguments, unheard) != null,
                Duration.ofSeconds(60));
        ask(ui, "potentiostat", "acquisition_complete", arguments, Payload.JSON);
        ask(ui, "potentiostat", "get_results", arguments, Payload.JSON);
        return 5;
    }

    private static int pythonExperiment(Plugin ui) {
        Object id = ask(ui, "dstat-interface", "run_active_experiment", Map.of(), Payload.PICKLE);
        int polls = 1;
        while (ask(ui, "dstat-interface", "acquisition_complete", Map.of("experiment_id", id), Payload.PICKLE)
                == null) {
            polls++;
        }
        return polls + 1;
    }

    private static Object ask(Plugin ui, String target, String command, Map<String, Object> arguments, String mime) {
        return ui.execute(target, command, arguments, PATIENT.withMimeType(mime));
    }

    @Test
    void a_session_replays_as_it_was_at_any_speed() throws ContentException {
        for (String speed : List.of("2", "max")) {
            for (String[] session : List.of(
                    new String[] {network.uri(), "session.jsonl"}, new String[] {lab.queryUri(), "python.jsonl"})) {
                ProcessRun run = hubsh.run("--hub", session[0], "replay", session[1], "--verify", "--speed", speed);

                assertThat(run.exit()).as(run.out() + run.err()).isZero();
                Map<?, ?> summary = summary(run);
                assertThat(summary)
                        .extracting("different", "missing", "unrecorded")
                        .containsExactly(0L, 0L, 0L);
                assertThat(summary.get("same")).isEqualTo(summary.get("requests"));
            }
        }
    }

    /** The recordings of {@code scripts/}: of the demo, and of a network of plugins in Python. */
    @ParameterizedTest
    @ValueSource(strings = {"experiment", "field"})
    void a_recording_of_the_examples_is_replayed_played_as_a_fake_and_saved_as_a_test(String name) throws Exception {
        Path recording =
                Path.of("..", "scripts", name + ".jsonl").toAbsolutePath().normalize();
        String uri = name.equals("experiment") ? network.uri() : lab.queryUri();
        String file = recording.toString();

        ProcessRun replayed = hubsh.run("--hub", uri, "replay", file, "--verify", "--speed", "max");
        assertThat(replayed.exit()).as(replayed.out() + replayed.err()).isZero();

        String saved = name + ".test.js";
        ProcessRun save = hubsh.run("save", saved, "--from", file, "--force");
        assertThat(save.exit()).as(save.err()).isZero();
        ProcessRun test = hubsh.run("--hub", uri, "test", saved);
        assertThat(test.exit()).as(test.out() + test.err()).isZero();

        ProcessRun fake = hubsh.run(
                "demo",
                "tcp://127.0.0.1:*",
                "--from",
                file,
                "--speed",
                "max",
                "-c",
                "replay " + file + " --verify --speed max");
        assertThat(fake.exit()).as(fake.out() + fake.err()).isZero();
        assertThat(summary(fake).get("different")).isEqualTo(0L);
    }

    /** Values of every kind that a pickle carries, as arguments and as results, now and then an error. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_fake_of_a_recording_replays_as_it_was_whatever_the_values(long seed) throws Exception {
        RandomValues values = new RandomValues(seed, false);
        int requests = 100;
        String file = "random-" + seed + ".jsonl";
        try (Plugin peer = new Plugin("peer", network.uri())) {
            peer.command("get", call -> values.next()).command("fail", call -> {
                throw new IllegalStateException("no " + call.arguments().get("i"));
            });
            peer.reset(Duration.ofSeconds(60));
            record(network.uri(), file, ui -> {
                for (int i = 0; i < requests; i++) {
                    ExecuteReply unused = ui.executeForReply(
                            "peer", i % 10 == 9 ? "fail" : "get", arguments(i, values.next()), PATIENT);
                }
                return requests;
            });
        }

        ProcessRun run = hubsh.run(
                "demo",
                "tcp://127.0.0.1:*",
                "--from",
                file,
                "--speed",
                "max",
                "-c",
                "replay " + file + " --verify --speed max | jq 'select(.verdict != \"same\")'");

        assertThat(run.exit()).as("seed " + seed + ": " + run.out() + run.err()).isZero();
        assertThat(summary(run)).extracting("requests", "same").containsExactly((long) requests, (long) requests);
    }

    private static Map<String, Object> arguments(long number, Object value) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("i", number);
        arguments.put("value", value);
        return arguments;
    }

    @Test
    void the_ids_of_both_experiments_are_carried() {
        assertThat(hubsh.run("replay", "session.jsonl", "--dry-run").out())
                .contains("experiment_id ← reply 1 .experiment_id");
        String list = hubsh.run("replay", "python.jsonl", "--dry-run").out();
        assertThat(list).contains("experiment_id ← reply 1 .\"");
        Matcher recorded = Pattern.compile("\"experiment_id\":\"([^\"]+)").matcher(list);
        assertThat(recorded.find()).isTrue();

        String[] replay = {"--hub", lab.queryUri(), "replay", "python.jsonl", "--speed", "max", "--no-carry"};
        assertThat(hubsh.run(replay).out()).contains(recorded.group(1));
        assertThat(hubsh.run(Arrays.copyOf(replay, replay.length - 1)).out()).doesNotContain(recorded.group(1));
    }

    @Test
    void a_changed_plugin_differs_where_it_has_changed() throws ContentException {
        try (Plugin changed = new Plugin("changed", network.uri())
                .command("run_active_experiment", Payload.JSON, call -> Map.of("experiment_id", 77L))
                .command("acquisition_complete", Payload.JSON, call -> Map.of("points", 20L))
                .command("get_results", Payload.JSON, call -> List.of(Map.of("Time (s)", 0.0, "Voltage (V)", 0.5)))) {
            changed.reset(Duration.ofSeconds(60));

            ProcessRun run = hubsh.run(
                    "replay",
                    "session.jsonl",
                    "--verify",
                    "--speed",
                    "max",
                    "--only",
                    "potentiostat",
                    "--remap",
                    "potentiostat=changed",
                    "--report-junit",
                    "junit.xml");

            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.out())
                    .contains(
                            "\"path\":\"[0][\\\"Voltage (V)\\\"]\",\"kind\":\"changed\",\"recorded\":0.4,\"now\":0.5");
            assertThat(run.out()).contains("\"path\":\"[1]\",\"kind\":\"missing\"");
            assertThat(summary(run).get("different")).isEqualTo(1L);
            assertThat(folder.resolve("junit.xml")).content().contains("failures=\"1\"", "get_results");
        }
    }

    @Test
    void a_plugin_that_is_not_there_is_missing() throws ContentException {
        ProcessRun run = hubsh.run(
                "replay", "session.jsonl", "--verify", "--speed", "max", "--only", "pump", "--remap", "pump=nobody");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(summary(run)).extracting("requests", "missing").containsExactly(1L, 1L);
        assertThat(run.err()).contains("1 reply is missing");
    }

    @Test
    void ctrl_c_ends_a_replay_with_what_was_sent() throws Exception {
        // A build that runs in the background of a script ignores SIGINT, and all that it starts would too.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString(),
                "replay",
                "session.jsonl",
                "--speed",
                "0.0001"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Executor late = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);
        try (BufferedReader out = process.inputReader(UTF_8);
                BufferedReader err = process.errorReader(UTF_8)) {
            late.execute(process::destroyForcibly);
            assertThat(out.readLine()).contains("run_active_experiment");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            String next = out.readLine();
            while (next != null && !next.startsWith("{\"summary\"")) {
                // It was sent before the signal came.
                next = out.readLine();
            }
            assertThat(next).startsWith("{\"summary\":{\"requests\":");
            assertThat(err.readLine()).matches("stopped after \\d+ requests?");
            assertThat(process.waitFor()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_test_in_javascript_compares_a_session() throws IOException {
        Files.writeString(folder.resolve("replay.test.js"), """
                import { test, expect } from 'hubsh';
                test('the session is as it was recorded', ({ hub }) => {
                  const { ok, differences } = hub.replay('session.jsonl', { speed: 'max' }).verify({ tol: 0.05 });
                  expect(differences).toEqual([]);
                  expect(ok).toBe(true);
                });
                test('a changed plugin is found', async ({ hub, fake }) => {
                  fake('changed', { set_rate: () => 'no' });
                  const replay = hub.async.replay('session.jsonl', { speed: 'max', only: 'pump', remap: { pump: 'changed' } });
                  const { ok, differences, summary } = await replay.verify();
                  expect(ok).toBe(false);
                  expect(differences).toMatchObject([{ request: 1, plugin: 'changed', command: 'set_rate', path: '.', now: 'no' }]);
                  expect(summary.different).toBe(1);
                  expect((await replay.run()).ok).toBe(true);
                });
                test('an unknown option is an error', ({ hub }) => {
                  expect(() => hub.replay('session.jsonl', { sped: 2 })).toThrow("did you mean 'speed'");
                  expect(() => hub.replay('other.jsonl').run()).toThrow('no file');
                });
                """);

        ProcessRun allowed = hubsh.run("test", "--allow-read", ".", "replay.test.js");
        assertThat(allowed.exit()).as(allowed.out() + allowed.err()).isZero();
        assertThat(hubsh.run("test", "replay.test.js").out()).contains("session.jsonl is not open to this script");
    }

    private static Map<?, ?> summary(ProcessRun run) throws ContentException {
        String last = run.out().lines().reduce((before, line) -> line).orElse("");
        return (Map<?, ?>) ((Map<?, ?>) Json.parse(last)).get("summary");
    }
}
