package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.RemoteErrorException;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.transport.CurveClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub with CURVE and a folder of clients, on real sockets: the matrix of key, name and command. */
final class HubRightsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);
    private static final CurveKeyPair SERVER = CurveKeyPair.generate(new Random(1));
    private static final CurveKeyPair PUMP = CurveKeyPair.generate(new Random(2));
    private static final CurveKeyPair OPERATOR = CurveKeyPair.generate(new Random(3));
    private static final CurveKeyPair GUEST = CurveKeyPair.generate(new Random(4));
    private static final CurveKeyPair STRANGER = CurveKeyPair.generate(new Random(5));
    private static final Map<String, CurveKeyPair> KEYS =
            Map.of("pump", PUMP, "operator", OPERATOR, "guest", GUEST, "stranger", STRANGER);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Hub hub = new Hub("tcp://127.0.0.1:*");
    private final AtomicInteger dispensed = new AtomicInteger();

    @TempDir
    private Path folder;

    private ClientDirectory clients;

    @BeforeEach
    void start() throws IOException {
        allow("pump", PUMP, Map.of());
        allow("operator", OPERATOR, Map.of("names", "op-?", "deny", "pump/reset", "allow", "pump/*"));
        allow("guest", GUEST, Map.of("read-only", "true", "subscribe", "false"));
        clients = ClientDirectory.read(folder);
        hub.security(new HubSecurity(SERVER, clients)).reset();
        Plugin pump = join("pump", PUMP);
        pump.command("dispense", call -> dispensed.incrementAndGet());
        pump.command("reset", call -> "reset");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size(); i-- > 0; ) {
            opened.get(i).close();
        }
        hub.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    pump,     pump-2, pump, reset,    yes
                    operator, op-1,   pump, dispense, yes
                    operator, op-1,   pump, reset,    deny
                    operator, op-1,   op-1, ping,     yes
                    operator, op-1,   hub,  ping,     yes
                    operator, op-1,   hub,  shout,    allow
                    guest,    guest,  pump, ping,     yes
                    guest,    guest,  pump, dispense, read-only
                    guest,    guest,  hub,  hub_status, yes
                    """)
    void a_key_asks_for_what_it_may(String key, String name, String target, String command, String expected) {
        Plugin plugin = join(name, KEYS.get(key));
        if (expected.equals("yes")) {
            assertThat(plugin.execute(target, command, Map.of(), PATIENT)).isNotNull();
            assertThat(hub.refusedAccess()).isEmpty();
            return;
        }
        assertThatThrownBy(() -> plugin.execute(target, command, Map.of(), PATIENT))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageStartingWith("AccessRefused: Refused: this key may not ask '" + target + "' for '" + command)
                .hasMessageContaining("(" + expected + " = ");
        assertThat(dispensed).hasValue(0);
        assertThat(hub.refusedAccess()).singleElement().satisfies(refused -> {
            assertThat(refused.rule().word()).isEqualTo(expected);
            assertThat(refused.who().name()).isEqualTo(name);
            assertThat(refused.who().key()).isEqualTo(KEYS.get(key).publicKey().z85());
        });
    }

    @ParameterizedTest
    @CsvSource({"operator,pump", "operator,op-12", "guest,hub", "pump,pumpe"})
    void no_peer_registers_under_a_name_that_is_not_its_keys(String key, String name) {
        Plugin plugin = open(plugin(name, KEYS.get(key)));
        assertThatThrownBy(() -> plugin.reset(TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageContaining("this key may not use the name '" + name + "'");
        assertThat(hub.registry()).doesNotContainKey("op-12");
        assertThat(hub.refusedAccess())
                .singleElement()
                .satisfies(refused -> assertThat(refused.rule().word()).isEqualTo("names"));
    }

    @Test
    void a_key_that_is_no_client_is_refused_with_the_reason() {
        Plugin plugin = open(plugin("stranger", STRANGER));
        assertThatThrownBy(() -> plugin.reset(TIMEOUT))
                .isInstanceOf(SecurityMismatchException.class)
                .hasMessageEndingWith("refuses the connection: this key is not one of the hub's clients");
    }

    @Test
    void a_reply_that_its_plugin_may_not_give_becomes_an_error() {
        Plugin guest = join("guest", GUEST);
        guest.command("lie", call -> "a lie");
        Plugin pump = join("pump-2", PUMP);
        assertThat(pump.execute("guest", "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThatThrownBy(() -> pump.execute("guest", "lie", Map.of(), PATIENT))
                .hasMessageContaining("The reply was refused: this key may not answer 'lie' (read-only = true)");
    }

    /** It is passed on unread, as one of a free key: what a hub reads may have a fraction of that only. */
    @Test
    void a_plugin_that_may_not_ask_may_answer_at_length() throws IOException {
        int length = (int) Math.min(Runtime.getRuntime().maxMemory() / 32 + (1 << 20), 32 << 20);
        allow("pump", PUMP, Map.of("deny", "*"));
        clients.refresh();
        Plugin pump = join("pump-2", PUMP);
        pump.command("report", call -> "x".repeat(length));
        Plugin operator = join("op-1", OPERATOR);
        allow("operator", OPERATOR, Map.of("names", "op-?"));
        clients.refresh();

        assertThat((String) operator.execute("pump-2", "report", Map.of(), PATIENT))
                .hasSize(length);
    }

    @Test
    void who_may_not_subscribe_hears_nothing() {
        Plugin guest = join("guest", GUEST);
        assertThatThrownBy(() -> guest.subscribe(""))
                .isInstanceOf(SecurityMismatchException.class)
                .hasMessageContaining("this key may not subscribe (subscribe = false)");
    }

    @Test
    void a_key_that_is_taken_away_ends_its_connections() throws IOException {
        Plugin operator = join("op-1", OPERATOR);
        assertThat(hub.registry()).containsKey("op-1");
        Files.delete(folder.resolve("operator.pub"));
        clients.refresh();
        eventually(() -> !operator.isConnected(), TIMEOUT);
        eventually(
                () -> hub.plugins().stream().noneMatch(each -> each.name().equals("op-1") && each.connected()),
                TIMEOUT);
        allow("operator", OPERATOR, Map.of("names", "op-*"));
        clients.refresh();
        Plugin again = join("op-again", OPERATOR);
        assertThat(again.execute("pump", "reset", Map.of(), PATIENT)).isEqualTo("reset");
    }

    @Test
    void who_may_subscribe_now_hears() throws IOException {
        Plugin guest = join("guest", GUEST);
        assertThatThrownBy(() -> guest.subscribe("")).isInstanceOf(SecurityMismatchException.class);
        allow("guest", GUEST, Map.of("read-only", "true"));
        clients.refresh();
        AtomicInteger heard = new AtomicInteger();
        guest.onSubscribe(broadcast -> heard.incrementAndGet());
        guest.subscribe("");
        guest.execute("pump", "ping", Map.of(), PATIENT);
        eventually(() -> heard.get() > 0, TIMEOUT);
    }

    @Test
    void a_plugin_with_keys_comes_back_to_its_hub() {
        Plugin operator = join("op-1", OPERATOR);
        hub.reset();
        eventually(() -> hub.registry().keySet().containsAll(List.of("pump", "op-1")), TIMEOUT);
        operator.awaitConnection(TIMEOUT);
        eventually(() -> hub.plugins().stream().allMatch(PluginStatus::connected), TIMEOUT);
        assertThat(operator.execute("pump", "dispense", Map.of(), PATIENT)).isEqualTo(1L);
    }

    @Test
    void what_is_refused_stands_in_the_status_of_the_hub() {
        Plugin operator = join("op-1", OPERATOR);
        assertThatThrownBy(() -> operator.execute("pump", "reset", Map.of(), PATIENT))
                .isNotNull();
        Map<?, ?> status = (Map<?, ?>) operator.execute("hub", "hub_status", Map.of(), PATIENT);
        assertThat(status.get("security")).isEqualTo("curve");
        assertThat(status.get("refusals")).isEqualTo(Map.of("deny", 1L));
        assertThat((List<?>) status.get("refused_peers"))
                .singleElement()
                .asString()
                .contains("name=op-1", "rule=deny", "count=1");
    }

    private void allow(String name, CurveKeyPair keys, Map<String, String> metadata) throws IOException {
        Files.writeString(folder.resolve(name + ".pub"), new Certificate(keys.publicKey(), null, metadata).format());
    }

    private Plugin plugin(String name, CurveKeyPair keys) {
        return new Plugin(name, hub.queryUri(), SubscribeOptions.NONE, new CurveClient(SERVER.publicKey(), keys));
    }

    private Plugin join(String name, CurveKeyPair keys) {
        Plugin plugin = open(plugin(name, keys));
        plugin.reset(TIMEOUT);
        return plugin;
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
