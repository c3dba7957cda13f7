package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers send and plant, on the real program: it is reported, bounded and harmless, and stops nothing. */
@Timeout(180)
final class HostilePeersIT {
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200b\\u202e\\u2066&&[^\\n]]");
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    // Mutable state: one network for all, which no test changes
    private static Hub hub;
    private static PythonPeer hostile;
    private static ResidentHubsh hubsh;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        Requires.python();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        hostile = PythonPeer.start("peer_hostile.py", "--hub", hub.queryUri());
        environment = Map.of(
                "HUBSH_HUB", hub.queryUri(),
                "HUBSH_TIMEOUT", "20s",
                "XDG_RUNTIME_DIR", Files.createDirectory(folder.resolve("run")).toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder));
        hubsh = new ResidentHubsh(folder, folder, environment);
    }

    @AfterAll
    static void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (hostile != null) {
            hostile.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void a_small_result_that_doubles_forty_times_leaves_the_terminal_usable() {
        Requires.tmux();
        Map<String, String> unpaged = new HashMap<>(environment);
        unpaged.put("PAGER", "cat");
        try (TmuxScreen screen = TmuxScreen.start(80, 24, unpaged, HUBSH)) {
            screen.await(">", SOON);
            int sum = 1000;
            for (String command : new String[] {"rows", "in_key", "exception", "cycle", "new_keys", "words", "dicts"}) {
                screen.type("execute hostile " + command);
                screen.press("Enter");
                screen.await("--", SOON); // the remedy, or how to see all of it
                screen.type("execute hostile add a=1000 b=" + (++sum - 1000));
                screen.press("Enter");
                screen.await("" + sum, SOON);
                screen.press("C-l");
            }
        }
    }

    @Test
    void a_variable_that_is_too_large_for_javascript_is_a_text_there() {
        assertThat(hubsh.run("-c", "r = execute hostile texts; js r").out())
                .isEqualTo("<the value is too large for JavaScript>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--json execute hostile escapes_in, 0",
        "--json execute hostile escapes_raised, 1",
        "execute hostile escapes_raised, 1",
        "--debug execute hostile escapes_raised, 1",
        "-c 'execute hostile escapes_in | table', 0",
        "test escapes.test.js, 4",
        "--json test escapes.test.js, 4",
        "test escapes.test.js --report-tap -, 4",
        "test escapes.test.js --report-junit -, 4"
    })
    void nothing_that_a_terminal_obeys_leaves_the_program_unasked(String line, int exit) throws IOException {
        Files.writeString(folder.resolve("escapes.test.js"), """
                import { test, expect, hub } from 'hubsh';
                const text = hub.execute('hostile', 'escapes');
                console.log(text);
                test('name ' + text, () => { console.error(text); expect(text).toBe('x'); });
                test('remote', () => hub.execute('hostile', 'escapes_raised'));
                """);
        String[] words =
                line.startsWith("-c ") ? new String[] {"-c", line.substring(4, line.length() - 1)} : line.split(" ");

        ProcessRun run = hubsh.run(words);

        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out() + run.err()).contains("red").doesNotContainPattern(OBEYED);
    }

    @Test
    void data_that_is_wanted_as_it_came_is_exact() {
        assertThat(hubsh.run("execute", "hostile", "escapes").out()).contains("\u001b[31mred", "\u202e");
    }

    @ParameterizedTest
    @CsvSource({
        "port-5, names port -5 for its commands",
        "port0, names port 0 for its commands",
        "port70000, names port 70000 for its commands",
        "portText, expected a number",
        "deep, the peer is not a hub",
        "endless, no hub answers"
    })
    void a_hub_of_nonsense_is_the_fault_of_the_hub(String answer, String expected) {
        try (PythonPeer nonsense = PythonPeer.start("peer_hostile_hub.py", "--answer", answer)) {
            ProcessRun run = hubsh.run("--hub", nonsense.queryUri(), "--timeout", "2s", "plugins");

            assertThat(run.err()).contains(expected).doesNotContain("defect");
            assertThat(run.exit()).isEqualTo(3);
        }
    }

    @Test
    void what_is_planted_below_the_temporary_folder_stops_no_start() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("tmp"));
        Path names = Files.createDirectory(shared.resolve("hubsh-planted"));
        for (String name : new String[] {"hubsh-planted-host.lock", "x.lock"}) {
            new ProcessBuilder("mkfifo", names.resolve(name).toString()).start().waitFor();
        }
        Files.setPosixFilePermissions(names, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder start = new ProcessBuilder(HUBSH, "ping", "hub").directory(folder.toFile());
        Map<String, String> planted = new HashMap<>(environment);
        planted.put("XDG_RUNTIME_DIR", "");
        planted.put("HUBSH_JAVA_OPTS", "-Duser.name=planted -Djava.io.tmpdir=" + shared);
        planted.put("HOSTNAME", "host");
        start.environment().putAll(planted);

        ProcessRun run = ProcessRun.of(start, folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_warning_names_a_project_file_that_others_can_change() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Path file = Files.writeString(
                project.resolve(".hubsh.toml"), "timeout = \"20s\"\nhub = \"" + hub.queryUri() + "\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (ResidentHubsh there = new ResidentHubsh(project, folder, environment)) {
            assertThat(there.run("ping", "hub").err())
                    .contains(".hubsh.toml can be changed by other users, and chooses the hub " + hub.queryUri());

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(there.run("ping", "hub").err()).isEmpty();
        }
    }
}
