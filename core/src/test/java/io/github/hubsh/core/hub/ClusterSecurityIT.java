package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.NatsSecurity;
import io.github.hubsh.core.testkit.NatsServer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.transport.CurveClient;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be a hub of a cluster, and speak for it, over a real server of NATS. */
final class ClusterSecurityIT {
    private static final String[] ROOMS = {"roomA", "roomB"};

    private final JoinedHubs hubs = new JoinedHubs();
    private NatsServer nats;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        Requires.nats();
        nats = hubs.open(NatsServer.start());
    }

    @AfterEach
    void stop() throws Exception {
        hubs.close();
    }

    @Test
    void a_hub_with_keys_holds_plugins_of_other_hubs_to_the_rights_of_their_names() throws Exception {
        CurveKeyPair server = CurveKeyPair.generate(new Random(1));
        CurveKeyPair pump = CurveKeyPair.generate(new Random(2));
        allow("pump", pump, Map.of());
        allow("guest", CurveKeyPair.generate(new Random(3)), Map.of("read-only", "true"));
        ClientDirectory clients = ClientDirectory.read(folder);
        Hub roomA = hubs.open(new Hub("tcp://127.0.0.1:*", "roomA"));
        roomA.security(new HubSecurity(server, clients)).join(new JoinOptions(List.of(nats.uri()), "lab", null, null));
        roomA.reset();
        Plugin served = hubs.open(
                new Plugin("pump", roomA.queryUri(), SubscribeOptions.NONE, new CurveClient(server.publicKey(), pump)));
        served.reset();
        served.command("add", call -> 2L);
        Hub roomB = hubs.hub("roomB", nats);
        Plugin guest = hubs.plugin(roomB, "guest");
        Plugin stranger = hubs.plugin(roomB, "stranger");
        JoinedHubs.seen(roomB, "pump");
        JoinedHubs.seen(roomA, "guest");

        assertThat(guest.execute("pump", "ping")).isEqualTo("pong");
        assertThatThrownBy(() -> guest.execute("pump", "add")).hasMessageContaining("read-only = true");
        assertThatThrownBy(() -> stranger.execute("pump", "ping")).hasMessageContaining("no client of this hub");
        assertThat(roomA.registry()).doesNotContainKey("stranger");
        assertThat(roomA.cluster().counts().refused()).isPositive();

        allow("stranger", CurveKeyPair.generate(new Random(4)), Map.of());
        clients.refresh();
        JoinedHubs.seen(roomA, "stranger");
        assertThat(stranger.execute("pump", "add")).isEqualTo(2L);
    }

    @Test
    void hubs_join_with_credentials_and_not_with_those_of_another() throws Exception {
        NatsServer guarded = hubs.open(NatsServer.start(new NatsSecurity(folder).accounts()));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hubs.hub("roomA", new JoinOptions(servers, "lab", folder.resolve("hub.creds"), null));
        Hub roomB = hubs.hub("roomB", new JoinOptions(servers, "lab", folder.resolve("hub.creds"), null));
        hubs.plugin(roomB, "pump");
        JoinedHubs.seen(roomA, "pump");

        Hub stranger = hubs.hub("roomC", new JoinOptions(servers, "lab", folder.resolve("stranger.creds"), null));
        Hub without = hubs.hub("roomD", new JoinOptions(servers, "lab", null, null));
        eventually(
                () -> stranger.cluster() + " " + without.cluster(),
                () -> refused(stranger).contains("Authorization")
                        && refused(without).contains("Authorization"),
                JoinedHubs.SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
    }

    @Test
    void hubs_join_over_tls_and_not_without_certificates() throws Exception {
        NatsServer guarded = hubs.open(NatsServer.start(new NatsSecurity(folder).tls("ip:127.0.0.1")));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hubs.hub("roomA", new JoinOptions(servers, "lab", null, folder));
        Hub roomB = hubs.hub("roomB", new JoinOptions(servers, "lab", null, folder));
        hubs.plugin(roomB, "pump");
        JoinedHubs.seen(roomA, "pump");

        Path others = Files.createDirectory(folder.resolve("others"));
        Files.copy(folder.resolve("ca.pem"), others.resolve("ca.pem"));
        Hub without = hubs.hub("roomC", new JoinOptions(servers, "lab", null, others));
        eventually(() -> "" + without.cluster(), () -> !refused(without).isEmpty(), JoinedHubs.SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
        Path key = folder.resolve("key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> hubs.hub("roomD", new JoinOptions(servers, "lab", null, folder)))
                .hasMessageContaining("chmod 600 " + key);
    }

    @Test
    void a_server_whose_certificate_is_for_another_host_is_not_joined() throws Exception {
        NatsServer other = hubs.open(NatsServer.start(new NatsSecurity(folder).tls("dns:localhost")));
        Hub roomA = hubs.hub("roomA", new JoinOptions(List.of(other.uri()), "lab", null, folder));
        eventually(() -> "" + roomA.cluster(), () -> refused(roomA).contains("127.0.0.1"), JoinedHubs.SOON);
        assertThat(roomA.cluster().joined()).isFalse();

        List<String> named = List.of(other.uri().replace("127.0.0.1", "localhost"));
        Hub roomB = hubs.hub("roomB", new JoinOptions(named, "lab", null, folder));
        eventually(() -> "" + roomB.cluster(), () -> roomB.cluster().joined(), JoinedHubs.SOON);
    }

    @Test
    void the_documented_permissions_hold_each_hub_to_its_own_subjects() throws Exception {
        String page = Files.readString(Path.of("../docs/cluster.md"));
        int start = page.indexOf("    port: 4222");
        String configuration = page.substring(start, page.indexOf("\n\n", start));
        NatsServer guarded = hubs.open(NatsServer.start(new NatsSecurity(folder).configured(configuration, ROOMS)));
        List<String> servers = List.of(guarded.uri());
        Hub roomA = hubs.hub("roomA", new JoinOptions(servers, "lab", null, folder.resolve("roomA")));
        Hub roomB = hubs.hub("roomB", new JoinOptions(servers, "lab", null, folder.resolve("roomB")));
        hubs.plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = hubs.plugin(roomA, "shell");
        List<String> heard = new CopyOnWriteArrayList<>();
        shell.onSubscribe(broadcast -> heard.add(broadcast.source()));
        shell.subscribe("pump");
        JoinedHubs.seen(roomA, "pump");
        eventually(
                () -> "heard " + heard,
                () -> {
                    assertThat(shell.execute("pump", "add")).isEqualTo(2L);
                    return heard.contains("pump");
                },
                JoinedHubs.SOON);
        assertThat(refused(roomA) + refused(roomB)).isEmpty();

        Hub other = hubs.hub("roomC", new JoinOptions(servers, "lab", null, folder.resolve("roomA")));
        eventually(() -> "" + other.cluster(), () -> refused(other).contains("another hub"), JoinedHubs.SOON);
        eventually(() -> "" + other.cluster(), () -> !other.cluster().joined(), JoinedHubs.SOON);
        assertThat(roomA.cluster().hubs()).hasSize(1);
    }

    @Test
    void what_is_of_no_hub_or_in_the_name_of_another_is_rejected() throws Exception {
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        hubs.plugin(roomB, "pump").command("add", call -> 2L);
        JoinedHubs.seen(roomA, "pump");
        Connection stranger = hubs.open(Nats.connect(nats.uri()));
        Subscription all = stranger.subscribe("hubsh.lab.all.roomB");
        Message beat = all.nextMessage(JoinedHubs.SOON);
        stranger.publish("hubsh.lab.all.stranger", beat.getData());
        stranger.publish("hubsh.lab.all.stranger", new byte[] {1});
        stranger.publish("hubsh.lab.hub.roomA.roomB", null);
        eventually(() -> "" + roomA.cluster(), () -> roomA.cluster().link().rejected() == 3, JoinedHubs.SOON);
        assertThat(hubs.plugin(roomA, "shell").execute("pump", "add")).isEqualTo(2L);
    }

    private void allow(String owner, CurveKeyPair key, Map<String, String> metadata) throws IOException {
        Certificate certificate = new Certificate(key.publicKey(), null, metadata);
        Files.writeString(folder.resolve(owner + ".pub"), certificate.format());
    }

    /** Why a hub is not in its cluster, as its link says. */
    private static String refused(Hub hub) {
        return hub.cluster().link().problem();
    }
}
