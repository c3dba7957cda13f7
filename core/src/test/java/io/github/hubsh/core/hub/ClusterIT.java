package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.RemoteErrorException;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.HubProcess;
import io.github.hubsh.core.testkit.NatsSecurity;
import io.github.hubsh.core.testkit.NatsServer;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.transport.CurveClient;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs that are one network, over a real server of NATS, with plugins in CPython. */
final class ClusterIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));

    private static final String[] ROOMS = {"roomA", "roomB"};

    /** More than a hub and the system hold for a peer that does not read. */
    private static final int MAX_UNREAD = 1000;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private NatsServer nats;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        Requires.nats();
        nats = open(NatsServer.start());
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void plugins_of_the_field_reach_each_other_across_hubs() {
        Requires.python();
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        open(PythonPeer.plugin(roomB.queryUri(), "pump"));
        Plugin shell = plugin(roomA, "shell");
        seen(roomA, "pump");

        assertThat(shell.execute("pump", "echo", Map.of("x", 1L))).isNotNull();
        assertThatThrownBy(() -> shell.execute("pump", "nonsense", Map.of()))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void broadcasts_cross_where_somebody_listens_and_each_comes_once() {
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        Plugin pump = plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = plugin(roomA, "shell");
        seen(roomA, "pump");
        assertThat(shell.execute("pump", "add")).isEqualTo(2L);
        long before = roomA.cluster().link().received();
        assertThat(roomB.cluster().link().unsent()).isZero();

        List<String> heard = new CopyOnWriteArrayList<>();
        Plugin watch = plugin(roomA, "watch");
        watch.onSubscribe(broadcast -> heard.add(broadcast.source() + ">" + broadcast.target()));
        watch.subscribe("");
        eventually(
                () -> "heard " + heard,
                () -> {
                    pump.execute("roomB", "ping");
                    return heard.contains("pump>roomB");
                },
                SOON);
        heard.clear();
        assertThat(shell.execute("pump", "add")).isEqualTo(2L);
        eventually(() -> "heard " + heard, () -> heard.contains("pump>shell"), SOON);
        assertThat(heard).containsOnlyOnce("shell>pump", "pump>shell");
        assertThat(roomA.cluster().link().received()).isGreaterThan(before);
    }

    @Test
    void a_name_belongs_to_one_plugin_of_the_cluster() {
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        Plugin first = plugin(roomA, "pump");
        seen(roomB, "pump");
        Plugin second = open(new Plugin("pump", roomB.queryUri()));
        assertThatThrownBy(second::reset).isInstanceOf(NameInUseException.class).hasMessageContaining("roomA");

        first.close();
        eventually(() -> "the name is not free", () -> joins(second), SOON);
    }

    @Test
    void a_hub_that_is_killed_takes_its_plugins_along_and_requests_to_them_end() throws IOException {
        Requires.python();
        Hub roomA = hub("roomA");
        try (HubProcess roomB = HubProcess.joined("roomB", nats.uri())) {
            open(PythonPeer.plugin(roomB.uri(), "pump"));
            Plugin shell = plugin(roomA, "shell");
            seen(roomA, "pump");
            CompletableFuture<ExecuteReply> slow = shell.executeAsync("pump", "slow", Map.of("seconds", 60L), PATIENT);
            eventually(() -> "not asked", () -> roomA.cluster().hubs().get(0).asked() == 1, SOON);
            long start = System.nanoTime();
            roomB.kill();
            assertThat(error(slow)).contains("roomB", "may have been executed");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            eventually(() -> "still there", () -> !roomA.registry().containsKey("pump"), SOON);
            assertThatThrownBy(() -> shell.execute("pump", "ping"))
                    .isInstanceOf(RemoteErrorException.class)
                    .hasMessageContaining("Unsupported source");
        }
    }

    @Test
    void a_hub_that_hangs_is_gone_after_the_deadline_and_comes_back() throws IOException {
        Requires.python();
        Hub roomA = hub("roomA");
        try (HubProcess roomB = HubProcess.joined("roomB", nats.uri())) {
            open(PythonPeer.plugin(roomB.uri(), "pump"));
            Plugin shell = plugin(roomA, "shell");
            seen(roomA, "pump");
            roomB.suspend();
            CompletableFuture<ExecuteReply> unheard = shell.executeAsync("pump", "ping", Map.of(), PATIENT);
            assertThat(error(unheard)).contains("roomB");
            assertThat(roomA.registry()).doesNotContainKey("pump");
            roomB.resume();
            seen(roomA, "pump");
            assertThat(shell.execute("pump", "ping")).isEqualTo("pong");
        }
    }

    @Test
    void a_lost_server_is_an_error_and_the_next_one_takes_its_place() {
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = plugin(roomA, "shell");
        seen(roomA, "pump");
        nats.kill();
        eventually(() -> "no loss", () -> !roomA.cluster().joined(), SOON);
        assertThatThrownBy(() -> shell.execute("pump", "add"))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("does not reach its cluster");
        assertThat(shell.execute("roomA", "ping")).isEqualTo("pong");
        eventually(() -> "still there", () -> !roomA.registry().containsKey("pump"), SOON);

        nats.restart();
        seen(roomA, "pump");
        assertThat(shell.execute("pump", "add")).isEqualTo(2L);
        assertThat(roomA.cluster().link().disconnected()).isPositive();
    }

    @Test
    void a_second_hub_of_a_name_stays_outside() {
        String name = "room \"A\" <1>";
        Hub first = hub(name);
        plugin(first, "pump");
        eventually(() -> "not joined", () -> first.cluster().joined(), SOON);
        Hub second = hub(name);
        Hub third = hub("roomC");
        seen(third, "pump");
        assertThat(second.cluster().joined()).isFalse();
        assertThat(second.registry()).isEmpty();
    }

    @Test
    void a_hub_with_keys_holds_plugins_of_other_hubs_to_the_rights_of_their_names() throws Exception {
        CurveKeyPair server = CurveKeyPair.generate(new Random(1));
        CurveKeyPair pump = CurveKeyPair.generate(new Random(2));
        allow("pump", pump, Map.of());
        allow("guest", CurveKeyPair.generate(new Random(3)), Map.of("read-only", "true"));
        ClientDirectory clients = ClientDirectory.read(folder);
        Hub roomA = open(new Hub("tcp://127.0.0.1:*", "roomA"));
        roomA.security(new HubSecurity(server, clients)).join(new JoinOptions(List.of(nats.uri()), "lab", null, null));
        roomA.reset();
        Plugin served = open(
                new Plugin("pump", roomA.queryUri(), SubscribeOptions.NONE, new CurveClient(server.publicKey(), pump)));
        served.reset();
        served.command("add", call -> 2L);
        Hub roomB = hub("roomB");
        Plugin guest = plugin(roomB, "guest");
        Plugin stranger = plugin(roomB, "stranger");
        seen(roomB, "pump");
        seen(roomA, "guest");

        assertThat(guest.execute("pump", "ping")).isEqualTo("pong");
        assertThatThrownBy(() -> guest.execute("pump", "add")).hasMessageContaining("read-only = true");
        assertThatThrownBy(() -> stranger.execute("pump", "ping")).hasMessageContaining("no client of this hub");
        assertThat(roomA.registry()).doesNotContainKey("stranger");
        assertThat(roomA.cluster().counts().refused()).isPositive();

        allow("stranger", CurveKeyPair.generate(new Random(4)), Map.of());
        clients.refresh();
        seen(roomA, "stranger");
        assertThat(stranger.execute("pump", "add")).isEqualTo(2L);
    }

    @Test
    void a_slow_plugin_fills_its_own_budget_and_its_neighbour_at_the_same_hub_is_served() throws IOException {
        Hub roomA = hub("roomA");
        Hub roomB = open(new Hub("tcp://127.0.0.1:*", "roomB").memory(16 << 20));
        roomB.join(new JoinOptions(List.of(nats.uri()), "lab", null, null)).reset();
        plugin(roomB, "quick").command("add", call -> 2L);
        ZmtpPeer deaf = open(ZmtpPeer.handshake(roomB.commandUri(), "DEALER", "deaf"));
        Plugin shell = plugin(roomA, "shell");
        seen(roomA, "deaf");
        seen(roomA, "quick");

        Map<String, String> large = Map.of("text", "x".repeat(200_000));
        List<CompletableFuture<ExecuteReply>> unread = new ArrayList<>();
        for (int i = 0; i < MAX_UNREAD && !hasEnded(unread); i++) {
            unread.add(shell.executeAsync("deaf", "take", large, PATIENT));
            if (i % 4 == 0) {
                assertThat(shell.execute("quick", "add")).isEqualTo(2L);
            }
        }
        CompletableFuture<ExecuteReply> refused =
                unread.stream().filter(CompletableFuture::isDone).findFirst().orElseThrow();
        // On a machine that is busy enough, the hub hangs up first.
        assertThat(error(refused)).containsAnyOf("takes no more messages", "Disconnected");
        assertThat(shell.execute("quick", "add")).isEqualTo(2L);
        assertThat(roomA.cluster().link().unsent() + roomB.cluster().link().missed())
                .isZero();

        deaf.close();
        unread.forEach(reply -> assertThat(error(reply)).isNotEmpty());
    }

    @Test
    void hubs_join_with_credentials_and_not_with_those_of_another() throws Exception {
        NatsServer guarded = open(NatsServer.start(new NatsSecurity(folder).accounts()));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hub("roomA", new JoinOptions(servers, "lab", folder.resolve("hub.creds"), null));
        Hub roomB = hub("roomB", new JoinOptions(servers, "lab", folder.resolve("hub.creds"), null));
        plugin(roomB, "pump");
        seen(roomA, "pump");

        Hub stranger = hub("roomC", new JoinOptions(servers, "lab", folder.resolve("stranger.creds"), null));
        Hub without = hub("roomD", new JoinOptions(servers, "lab", null, null));
        eventually(
                () -> stranger.cluster() + " " + without.cluster(),
                () -> refused(stranger).contains("Authorization")
                        && refused(without).contains("Authorization"),
                SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
    }

    @Test
    void hubs_join_over_tls_and_not_without_certificates() throws Exception {
        NatsServer guarded = open(NatsServer.start(new NatsSecurity(folder).tls()));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hub("roomA", new JoinOptions(servers, "lab", null, folder));
        Hub roomB = hub("roomB", new JoinOptions(servers, "lab", null, folder));
        plugin(roomB, "pump");
        seen(roomA, "pump");

        Path others = Files.createDirectory(folder.resolve("others"));
        Files.copy(folder.resolve("ca.pem"), others.resolve("ca.pem"));
        Hub without = hub("roomC", new JoinOptions(servers, "lab", null, others));
        eventually(() -> "" + without.cluster(), () -> !refused(without).isEmpty(), SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
        Path key = folder.resolve("key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> hub("roomD", new JoinOptions(servers, "lab", null, folder)))
                .hasMessageContaining("chmod 600 " + key);
    }

    @Test
    void the_documented_permissions_hold_each_hub_to_its_own_subjects() throws Exception {
        String page = Files.readString(Path.of("../docs/cluster.md"));
        int start = page.indexOf("    port: 4222");
        String configuration = page.substring(start, page.indexOf("\n\n", start));
        NatsServer guarded = open(NatsServer.start(new NatsSecurity(folder).configured(configuration, ROOMS)));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hub("roomA", new JoinOptions(servers, "lab", null, folder.resolve("roomA")));
        Hub roomB = hub("roomB", new JoinOptions(servers, "lab", null, folder.resolve("roomB")));
        plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = plugin(roomA, "shell");
        List<String> heard = new CopyOnWriteArrayList<>();
        shell.onSubscribe(broadcast -> heard.add(broadcast.source()));
        shell.subscribe("pump");
        seen(roomA, "pump");
        eventually(
                () -> "heard " + heard,
                () -> {
                    assertThat(shell.execute("pump", "add")).isEqualTo(2L);
                    return heard.contains("pump");
                },
                SOON);
        assertThat(refused(roomA) + refused(roomB)).isEmpty();

        Hub other = hub("roomC", new JoinOptions(servers, "lab", null, folder.resolve("roomA")));
        eventually(() -> "" + other.cluster(), () -> refused(other).contains("another name"), SOON);
        eventually(() -> "" + other.cluster(), () -> !other.cluster().joined(), SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
    }

    @Test
    void what_is_of_no_hub_or_in_the_name_of_another_is_rejected() throws Exception {
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        plugin(roomB, "pump").command("add", call -> 2L);
        seen(roomA, "pump");
        Connection stranger = open(Nats.connect(nats.uri()));
        Subscription all = stranger.subscribe("hubsh.lab.all.roomB");
        Message beat = all.nextMessage(SOON);
        stranger.publish("hubsh.lab.all.stranger", beat.getData());
        stranger.publish("hubsh.lab.all.stranger", new byte[] {1});
        stranger.publish("hubsh.lab.hub.roomA.roomB", null);
        eventually(() -> "" + roomA.cluster(), () -> roomA.cluster().link().rejected() == 3, SOON);
        assertThat(plugin(roomA, "shell").execute("pump", "add")).isEqualTo(2L);
    }

    @Test
    void a_message_larger_than_the_server_takes_is_an_error_both_ways() {
        Hub roomA = hub("roomA");
        Hub roomB = hub("roomB");
        plugin(roomB, "pump").command("large", call -> "x".repeat(2 << 20)).command("take", call -> 1L);
        Plugin shell = plugin(roomA, "shell");
        seen(roomA, "pump");
        assertThatThrownBy(() -> shell.execute("pump", "large"))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("max_payload");
        assertThatThrownBy(() -> shell.execute("pump", "take", Map.of("text", "x".repeat(2 << 20))))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("max_payload");
    }

    private void allow(String owner, CurveKeyPair key, Map<String, String> metadata) throws IOException {
        Certificate certificate = new Certificate(key.publicKey(), null, metadata);
        Files.writeString(folder.resolve(owner + ".pub"), certificate.format());
    }

    private static boolean hasEnded(List<CompletableFuture<ExecuteReply>> replies) {
        return replies.stream().anyMatch(CompletableFuture::isDone);
    }

    private static boolean joins(Plugin plugin) {
        try {
            plugin.reset();
            return true;
        } catch (NameInUseException e) {
            return false;
        }
    }

    private static String error(CompletableFuture<ExecuteReply> reply) {
        return String.valueOf(
                reply.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join().error());
    }

    private void seen(Hub hub, String plugin) {
        eventually(
                () -> hub.registry() + " " + hub.cluster(), () -> hub.registry().containsKey(plugin), SOON);
    }

    /** Why a hub is not in its cluster, as its link says. */
    private static String refused(Hub hub) {
        return hub.cluster().link().problem();
    }

    private Hub hub(String name) {
        return hub(name, new JoinOptions(List.of(nats.uri()), "lab", null, null));
    }

    private Hub hub(String name, JoinOptions options) {
        Hub hub = open(new Hub("tcp://127.0.0.1:*", name));
        hub.join(options);
        hub.reset();
        return hub;
    }

    private Plugin plugin(Hub hub, String name) {
        Plugin plugin = open(new Plugin(name, hub.queryUri()));
        plugin.reset();
        return plugin;
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }
}
