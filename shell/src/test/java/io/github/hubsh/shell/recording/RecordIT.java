package io.github.hubsh.shell.recording;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program records what a plugin in CPython says, on a hub in CPython, and comes to a bad end. */
final class RecordIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    @TempDir
    private Path folder;

    private PythonPeer hub;
    private PythonPeer plugin;

    @BeforeEach
    void start() {
        Requires.python();
        hub = PythonPeer.hub();
        plugin = PythonPeer.plugin(hub.queryUri(), "pump");
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @Test
    void what_a_killed_recorder_heard_is_in_its_files_and_they_are_continued() throws Exception {
        List<Path> files = List.of(folder.resolve("rec.jsonl"), folder.resolve("rec.jsonl.gz"));
        for (int turn = 1; turn <= 2; turn++) {
            int messages = 8 * turn;
            List<Process> recorders = new ArrayList<>();
            for (Path file : files) {
                recorders.add(hubsh("record", file.toString(), "--plugin", "pump"));
            }
            for (int started = 2 * turn - 2; started < 2 * turn; started++) {
                await(folder.resolve("err" + started), "recording into");
            }
            ask("get_datetime", "{}");
            ask("echo", "{'x': 1, 'y': b'\\x00'}");
            ask("raise_error", "{}");
            ask("add", "{'a': 1, 'b': 2.5}");
            // A second at most, or the next thing that comes.
            files.forEach(file -> eventually(() -> commands(file).size() >= messages, SOON));
            for (Process recorder : recorders) {
                recorder.destroyForcibly().waitFor();
            }

            for (Path file : files) {
                assertThat(commands(file)).hasSize(messages).endsWith("raise_error", "add", "add");
            }
        }
        RecordedMessage reply = messages(files.get(1)).get(1);
        assertThat(reply.reply().result().mimeType()).isEqualTo("application/python-pickle");
        assertThat(reply.broadcast().raw()).contains("application/python-pickle");
    }

    @Test
    void on_a_full_disk_the_recording_ends_and_the_shell_goes_on() throws Exception {
        Requires.emptyRoot();
        String disk = folder.resolve("disk").toString();
        Files.createDirectory(Path.of(disk));
        Path rest = folder.resolve("rest.jsonl");
        String script = "mount -t tmpfs -o size=64k none " + disk + " && " + HUBSH + " --keep-going -c '"
                + "record " + disk + "/rec.jsonl & ; bench pump echo x=" + "y".repeat(200) + " --count 200; "
                + "recording info " + disk + "/rec.jsonl | jq .[0].errors; x pump echo z=1'; "
                + "cp " + disk + "/rec.jsonl " + rest;

        Process process = run("unshare", "-rm", "sh", "-c", script);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err0")))
                .containsPattern(
                        "cannot write .*/rec.jsonl: No space left on device: the recording ends; \\d+ messages");
        assertThat(Files.readString(folder.resolve("out0"))).endsWith("0\n{\"z\":1}\n");
        assertThat(Files.readString(rest)).endsWith("}\n");
        assertThat(commands(rest)).hasSizeGreaterThan(50).allMatch("echo"::equals);
    }

    @Test
    void the_prompt_has_a_mark_while_it_records_and_what_ends_it_is_said_above_the_line() {
        Requires.tmux();
        String file = folder.resolve("rec.jsonl").toString();
        try (TmuxScreen screen = TmuxScreen.start(100, 24, environment(), HUBSH, "--hub", hub.queryUri())) {
            screen.await(hubName() + ">", SOON);
            screen.type("record " + file + " --count 2");
            screen.press("Enter");
            screen.await(" ●rec>", SOON);
            screen.type("half a li");
            ask("echo", "{}");

            screen.awaitGone("●rec> half a li", SOON);
            screen.type("ne");
            screen.await(hubName() + "> half a line", SOON);
            screen.await("rec.jsonl: 2 messages in ", SOON);
        }
    }

    private String hubName() {
        return hub.ready().path("name").asText("hub");
    }

    private void ask(String command, String arguments) {
        try (PythonPeer client = PythonPeer.client(
                hub.queryUri(), "pump", command, "--kwargs", arguments, "--mime", "application/python-pickle")) {
            client.next(SOON);
        }
    }

    private Process hubsh(String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(Arrays.asList(arguments));
        return run(command.toArray(new String[0]));
    }

    /** Starts a program; its streams go into files with a number. */
    private Process run(String... command) {
        try {
            int number = 0;
            while (Files.exists(folder.resolve("out" + number))) {
                number++;
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(folder.resolve("out" + number).toFile())
                    .redirectError(folder.resolve("err" + number).toFile());
            builder.environment().putAll(environment());
            return builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String each : List.of("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
            environment.put(each, folder.toString());
        }
        environment.put("INPUTRC", "/dev/null");
        environment.put("XDG_CACHE_HOME", SharedArchives.in(folder));
        environment.put("HUBSH_HUB", hub.queryUri());
        return environment;
    }

    private static void await(Path file, String text) {
        eventually(() -> text(file).contains(text), SOON);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> commands(Path file) {
        return messages(file).stream().map(RecordedMessage::command).toList();
    }

    private static List<RecordedMessage> messages(Path file) {
        List<RecordedMessage> messages = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                RecordingReader reader = new RecordingReader(file.toString(), in)) {
            for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
                if (line instanceof RecordedMessage message) {
                    messages.add(message);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return messages;
    }
}
