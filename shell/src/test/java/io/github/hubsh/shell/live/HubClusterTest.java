package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a hub from joining others, before any server of NATS is asked; ClusterIT joins them. */
final class HubClusterTest {
    private static final String USAGE = "for example --join nats://127.0.0.1:4222 --cluster lab";
    private static final String FILES = "--join-creds names what nsc generate creds writes, --join-tls a folder with"
            + " ca.pem, and cert.pem and key.pem if the servers want them";

    @TempDir
    private Path folder;

    /** Columns: servers, the cluster's name, and what doctor shows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nats://lab:4222                |     | hubsh at nats://lab:4222
            nats://lab:4222 tls://east     | lab | lab at nats://lab:4222, tls://east
            """)
    void a_cluster_that_can_be_joined_is_ok(String servers, @Nullable String name, String shown) {
        assertThat(HubCluster.check(new ServedCluster(List.of(servers.split(" ")), name, null, null)))
                .isEqualTo(HealthCheck.ok("cluster", shown));
    }

    /** Columns: servers, the cluster's name, and what is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://lab                 |       | a server of NATS is nats://HOST:PORT or tls://HOST:PORT, without a password: http://lab
            nats://me:secret@lab:4222  |       | a server of NATS is nats://HOST:PORT or tls://HOST:PORT, without a password: nats://me:secret@lab:4222
            nats://lab:4222            | a.b   | a cluster's name has letters, digits, - and _, at most 64: 'a.b'
            """)
    void what_cannot_be_a_cluster_is_a_wrong_word(String servers, @Nullable String name, String wrong) {
        refused(new ServedCluster(List.of(servers), name, null, null), Problem.USAGE, wrong, USAGE);
    }

    @Test
    void files_are_looked_at_before_a_server_is_asked() throws IOException {
        Path credentials = Files.writeString(folder.resolve("ann.creds"), "hello\n");
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        String empty = Files.createDirectory(folder.resolve("tls")).toString();

        refused(joined(folder + "/none", null), Problem.BAD_FILE, "there is no file " + folder + "/none", FILES);
        refused(
                joined(credentials.toString(), null),
                Problem.BAD_FILE,
                credentials + " holds no credentials of NATS: a user's JWT, and its seed",
                FILES);
        refused(joined(null, empty), Problem.BAD_FILE, "there is no file " + empty + "/ca.pem", FILES);
    }

    @Test
    void a_name_that_no_file_can_have_is_an_error_without_a_remedy() {
        ServedCluster cluster = joined("a\0b", null);

        assertThatThrownBy(() -> join(cluster)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
            assertThat(wrong.text()).isEqualTo("no file can be called a\0b");
        });
        assertThat(HubCluster.check(cluster).remedy()).isEmpty();
    }

    @Test
    void a_hub_that_joins_none_has_nothing_to_say() {
        NotedDisplay display = new NotedDisplay();

        try (Hub hub = new Hub("inproc://alone")) {
            HubCluster.join(hub, null);
            HubCluster.await(hub, null, display);
        }

        assertThat(display.said).isEmpty();
    }

    @Test
    void a_hub_that_has_no_connection_says_whom_it_keeps_asking() {
        NotedDisplay display = new NotedDisplay();

        try (Hub hub = new Hub("inproc://alone")) {
            HubCluster.await(hub, new ServedCluster(List.of("nats://a:1", "nats://b:2"), null, null, null), display);
        }

        assertThat(display.said)
                .containsExactly(
                        "WARNING no server of NATS answers at nats://a:1, nats://b:2; the hub keeps trying to join");
    }

    private static void refused(ServedCluster cluster, Problem problem, String text, String hint) {
        String prefix = problem == Problem.BAD_FILE ? "can't join the cluster: " : "";
        assertThatThrownBy(() -> join(cluster)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(problem);
            assertThat(wrong.text()).isEqualTo(prefix + text);
            assertThat(wrong.hint()).isEqualTo(hint);
        });
        assertThat(HubCluster.check(cluster))
                .isEqualTo(new HealthCheck("cluster", prefix + text, HealthCheck.State.BROKEN, hint));
    }

    private static void join(ServedCluster cluster) {
        try (Hub hub = new Hub("inproc://alone")) {
            HubCluster.join(hub, cluster);
        }
    }

    private static ServedCluster joined(@Nullable String credentials, @Nullable String tls) {
        return new ServedCluster(List.of("nats://lab:4222"), null, credentials, tls);
    }
}
