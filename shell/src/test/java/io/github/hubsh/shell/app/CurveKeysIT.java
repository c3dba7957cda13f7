package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CertificateException;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.testkit.CurvePeer;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys on the real program: a hub of its own process, shells with and without keys, and peers in CPython. */
final class CurveKeysIT {
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final Pattern LISTENS = Pattern.compile("listens at (\\S+);");

    @TempDir
    private static Path folder;

    // Mutable state: one hub for all tests
    private static ResidentHubsh hubsh;
    private static Process hub;
    private static String uri;

    @BeforeAll
    static void start() throws Exception {
        Requires.python();
        Map<String, String> environment = Map.of(
                "HUBSH_ARCHIVE", "off",
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder));
        hubsh = new ResidentHubsh(folder, folder, environment);
        for (String name : new String[] {"hub", "ann", "eve", "robot"}) {
            assertThat(hubsh.run("keygen", name).exit()).isZero();
        }
        Files.createDirectory(folder.resolve("clients"));
        for (String name : new String[] {"ann", "robot"}) {
            Files.copy(folder.resolve(name + ".pub"), folder.resolve("clients").resolve(name + ".pub"));
        }
        startHub(environment);
    }

    private static void startHub(Map<String, String> environment) throws IOException {
        Path log = folder.resolve("hub.log");
        ProcessBuilder builder = new ProcessBuilder(
                        HUBSH, "hub", "tcp://127.0.0.1:*", "--curve", "hub.key", "--clients", "clients")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        hub = builder.start();
        Eventually.eventually(() -> text(log).contains("its public key"), Duration.ofSeconds(30));
        Matcher listens = LISTENS.matcher(text(log));
        assertThat(listens.find()).isTrue();
        uri = listens.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.destroy();
        }
        if (hubsh != null) {
            hubsh.close();
        }
    }

    @Test
    void a_shell_with_its_key_asks_a_python_plugin_with_another() throws Exception {
        try (PythonPeer robot = CurvePeer.plugin(publicKey("hub"), pair("robot"), uri, "robot")) {
            ProcessRun run = keyed("ann", "execute", "robot", "add", "a=2", "b=3");

            assertThat(robot.queryUri()).isEqualTo(uri);
            assertThat(run).isEqualTo(new ProcessRun(0, "5\n", ""));
            assertThat(keyed("ann", "status", "--raw").out()).contains("\"name\":\"ann\"", "\"security\":\"curve\"");
        }
    }

    @Test
    void a_script_names_the_files_of_its_keys() throws IOException {
        Files.writeString(folder.resolve("keyed.mjs"), """
                import { connect, args } from 'hubsh';
                const hub = connect(args[0], { serverKey: 'hub.pub', key: 'ann.key' });
                console.log(hub.plugins().map((plugin) => plugin.name).includes('ann'));
                """);

        ProcessRun refused = hubsh.run("run", "keyed.mjs", uri);
        ProcessRun run = hubsh.run("run", "--allow-read", ".", "keyed.mjs", uri);

        assertThat(refused.err()).contains("hub.pub is not open to this script; --allow-read DIR opens a folder");
        assertThat(run).isEqualTo(new ProcessRun(0, "true\n", ""));
    }

    @Test
    void a_peer_without_the_right_keys_learns_at_once_what_is_wrong() {
        assertRefused(keyed("eve", "plugins"), "this key is not one of the hub's clients");
        assertRefused(hubsh.run("--hub", uri, "plugins"), "it speaks CURVE only, and this client has no keys");
        assertRefused(
                hubsh.run("--hub", uri, "--server-key", "eve.pub", "--key", "ann.key", "plugins"),
                "the client has the wrong server key");
        assertRefused(
                hubsh.run("--hub", uri, "--server-key", "hub.pub", "--key", "ann.key", "--name", "boss", "plugins"),
                "refuses 'boss': this key may not use the name 'boss' (names = ann, ann-*)\n"
                        + "  --name NAME takes another;");

        ProcessRun refused = keyed("ann", "status", "--refused");

        assertThat(refused.out()).contains(publicKey("eve").z85(), "\"rule\":\"handshake\"", "\"rule\":\"names\"");
    }

    @Test
    void a_plain_hub_and_a_shell_with_keys_do_not_agree() {
        try (PythonPeer plain = PythonPeer.hub()) {
            assertRefused(
                    hubsh.run("--hub", plain.queryUri(), "--server-key", "hub.pub", "--key", "ann.key", "plugins"),
                    "it speaks without CURVE, and this client has keys");
        }
    }

    @Test
    void a_python_hub_with_a_handler_of_zap_takes_the_same_files() throws IOException {
        // As pyzmq calls the files of public keys.
        Path certificates = Files.createDirectory(folder.resolve("certificates"));
        Files.copy(folder.resolve("ann.pub"), certificates.resolve("ann.key"));
        try (PythonPeer python = CurvePeer.hub(pair("hub"), certificates.toString())) {
            ProcessRun run =
                    hubsh.run("--hub", python.queryUri(), "--server-key", "hub.pub", "--key", "ann.key", "ping", "hub");

            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
        }
    }

    @Test
    void a_context_keeps_the_paths_and_nothing_of_the_keys() throws IOException {
        hubsh.run("context", "add", "keyed", uri, "--server-key", "hub.pub", "--key", "ann.key");

        assertThat(hubsh.run("--context", "keyed", "ping", "hub").exit()).isZero();
        assertThat(Files.readString(folder.resolve("config/hubsh/saved.json")))
                .contains(folder.resolve("ann.key").toString())
                .doesNotContain(pair("ann").secretZ85(), publicKey("hub").z85());
    }

    @Test
    void doctor_checks_the_files_and_a_secret_that_others_can_read_is_refused() throws IOException {
        Path open = folder.resolve("open.key");
        Files.copy(folder.resolve("ann.key"), open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        ProcessRun run = hubsh.run("--hub", uri, "--server-key", "hub.pub", "--key", "open.key", "doctor");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains("chmod 600 open.key");
        assertThat(keyed("ann", "doctor").out())
                .contains("\"server key\",\"state\":\"ok\"", "\"key\",\"state\":\"ok\"");
    }

    @Test
    void a_project_may_not_choose_keys() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve(".hubsh.toml"), "key = \"/etc/passwd\"\n");
        try (ResidentHubsh there = new ResidentHubsh(
                project, folder, Map.of("HUBSH_ARCHIVE", "off", "XDG_CACHE_HOME", SharedArchives.in(folder)))) {
            ProcessRun run = there.run("plugins");

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("a project's file may not choose keys: key");
        }
    }

    private static ProcessRun keyed(String name, String... line) {
        String[] all = new String[line.length + 6];
        System.arraycopy(new String[] {"--hub", uri, "--server-key", "hub.pub", "--key", name + ".key"}, 0, all, 0, 6);
        System.arraycopy(line, 0, all, 6, line.length);
        return hubsh.run(all);
    }

    private static void assertRefused(ProcessRun run, String why) {
        assertThat(run.err()).contains(why);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    private static CurveKey publicKey(String name) {
        return certificate(name + ".pub").publicKey();
    }

    private static CurveKeyPair pair(String name) {
        return Objects.requireNonNull(certificate(name + ".key").pair());
    }

    private static Certificate certificate(String file) {
        try {
            return Certificate.read(folder.resolve(file));
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
