package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.access.Authorizer;
import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.hub.HubSecurity;
import io.github.hubsh.core.hub.RefusedAccess;
import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.testkit.CurvePeer;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.core.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CURVE with libzmq: its plugins on our hub, and our plugin on its hub with a handler of ZAP. */
final class CurveInteropIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);
    private static final Random RANDOM = new Random(17);
    private static final CurveKeyPair SERVER = CurveKeyPair.generate(RANDOM);
    private static final CurveKeyPair OURS = CurveKeyPair.generate(RANDOM);
    private static final CurveKeyPair THEIRS = CurveKeyPair.generate(RANDOM);
    private static final CurveKeyPair OTHER = CurveKeyPair.generate(RANDOM);

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size(); i-- > 0; ) {
            opened.get(i).close();
        }
    }

    @Test
    void a_python_plugin_with_keys_serves_and_hears_on_our_hub() throws Exception {
        Hub hub = hub();
        open(CurvePeer.plugin(SERVER.publicKey(), THEIRS, hub.queryUri(), "python"));
        open(CurvePeer.plugin(SERVER.publicKey(), THEIRS, hub.queryUri(), "dealer", "--dealer"));
        PythonPeer subscriber = open(CurvePeer.subscriber(SERVER.publicKey(), THEIRS, hub.queryUri()));
        Plugin ours = join(hub.queryUri(), new CurveClient(SERVER.publicKey(), OURS));

        for (String name : List.of("python", "dealer")) {
            assertThat(ours.execute(name, "add", Map.of("a", 2, "b", 3), PATIENT))
                    .isEqualTo(5L);
            String large = "x".repeat(1_000_000);
            assertThat(ours.execute(name, "echo", Map.of("text", large), PATIENT))
                    .isEqualTo(Map.of("text", large));
        }
        assertThat(((Bytes) ours.execute("python", "get_bytes", Map.of(), PATIENT)).toArray())
                .hasSize(256);
        JsonNode heard = subscriber.next(TIMEOUT);
        assertThat(heard.toString()).contains("ours");
    }

    @Test
    void our_plugin_works_on_a_python_hub_with_a_handler_of_zap(@TempDir Path clients) throws Exception {
        allow(clients, "ours", OURS);
        allow(clients, "theirs", THEIRS);
        PythonPeer hub = open(CurvePeer.hub(SERVER, clients.toString()));
        open(CurvePeer.plugin(SERVER.publicKey(), THEIRS, hub.queryUri(), "python"));
        Plugin ours = join(hub.queryUri(), new CurveClient(SERVER.publicKey(), OURS));
        BlockingQueue<Broadcast> heard = new LinkedBlockingQueue<>();
        ours.onSubscribe(heard::add);
        ours.subscribe("");

        assertThat(ours.execute("python", "add", Map.of("a", 2, "b", 3), PATIENT))
                .isEqualTo(5L);
        assertThat(heard.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void keys_that_do_not_fit_a_python_hub_are_named_at_once(@TempDir Path clients) throws Exception {
        allow(clients, "ours", OURS);
        PythonPeer hub = open(CurvePeer.hub(SERVER, clients.toString()));
        String uri = hub.queryUri();

        assertRefused(uri, new CurveClient(SERVER.publicKey(), OTHER), "it does not allow this key (400)");
        assertRefused(
                uri,
                new CurveClient(OTHER.publicKey(), OURS),
                "hangs up on the CURVE handshake, as hubs do whose key is not the server key of this client");
        assertThatThrownBy(() -> new Plugin("plain", uri).reset(TIMEOUT))
                .isInstanceOf(SecurityMismatchException.class)
                .hasMessageContaining("it speaks CURVE only, and this client has no keys");

        PythonPeer plain = open(PythonPeer.hub());
        assertRefused(
                plain.queryUri(),
                new CurveClient(SERVER.publicKey(), OURS),
                "it speaks without CURVE, and this client has keys");
    }

    @Test
    void keys_that_do_not_fit_our_hub_are_named_at_once() {
        Hub hub = hub();
        String uri = hub.queryUri();
        assertRefused(uri, new CurveClient(OTHER.publicKey(), OURS), "the client has the wrong server key");
        assertThatThrownBy(() -> new Plugin("plain", uri).reset(TIMEOUT))
                .isInstanceOf(SecurityMismatchException.class)
                .hasMessageContaining("it speaks CURVE only, and this client has no keys");
        Hub plain = open(new Hub("tcp://127.0.0.1:*"));
        plain.reset();
        assertRefused(
                plain.queryUri(),
                new CurveClient(SERVER.publicKey(), OURS),
                "it speaks without CURVE, and this client has keys");
        assertThat(hub.refusedAccess()).hasSize(2);
    }

    @Test
    void a_python_plugin_goes_when_its_key_is_taken_away(@TempDir Path folder) throws Exception {
        allow(folder, "ours", OURS);
        allow(folder, "python", THEIRS);
        ClientDirectory clients = open(ClientDirectory.open(folder));
        Hub hub = open(new Hub("tcp://127.0.0.1:*"));
        hub.security(new HubSecurity(SERVER, clients)).reset();
        open(CurvePeer.plugin(SERVER.publicKey(), THEIRS, hub.queryUri(), "python-1"));
        Plugin ours = join(hub.queryUri(), new CurveClient(SERVER.publicKey(), OURS));
        assertThat(ours.execute("python-1", "ping", Map.of(), PATIENT)).isEqualTo("pong");

        Files.delete(folder.resolve("python.key"));
        eventually(
                () -> hub.plugins().stream().anyMatch(each -> each.name().equals("python-1") && !each.connected()),
                TIMEOUT);
        assertThat(ours.execute("hub", "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThat(hub.refusedAccess())
                .extracting(RefusedAccess::reason)
                .contains("this key is not one of the hub's clients");
    }

    private Hub hub() {
        Hub hub = open(new Hub("tcp://127.0.0.1:*"));
        hub.security(new HubSecurity(SERVER, Authorizer.ANY)).reset();
        return hub;
    }

    private static void assertRefused(String uri, CurveClient keys, String reason) {
        try (Plugin plugin = new Plugin("ours", uri, SubscribeOptions.NONE, keys)) {
            assertThatThrownBy(() -> plugin.reset(TIMEOUT))
                    .isInstanceOf(SecurityMismatchException.class)
                    .hasMessageContaining(reason);
        }
    }

    private Plugin join(String uri, CurveClient keys) {
        Plugin plugin = open(new Plugin("ours", uri, SubscribeOptions.NONE, keys));
        plugin.reset(TIMEOUT);
        return plugin;
    }

    private static void allow(Path clients, String name, CurveKeyPair keys) throws Exception {
        Files.writeString(
                clients.resolve(name + ".key"), Certificate.of(keys.publicKey()).format());
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
