package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.RemoteErrorException;
import io.github.hubsh.core.testkit.HubProcess;
import io.github.hubsh.core.testkit.NatsServer;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.testkit.ZmtpPeer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hubs that are one network, over a real server of NATS, with plugins in CPython. */
final class ClusterIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));

    /** More than a hub and the system hold for a peer that does not read. */
    private static final int MAX_UNREAD = 1000;

    private final JoinedHubs hubs = new JoinedHubs();
    private NatsServer nats;

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
    void plugins_of_the_field_reach_each_other_across_hubs() {
        Requires.python();
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        hubs.open(PythonPeer.plugin(roomB.queryUri(), "pump"));
        Plugin shell = hubs.plugin(roomA, "shell");
        JoinedHubs.seen(roomA, "pump");

        assertThat(shell.execute("pump", "echo", Map.of("x", 1L))).isNotNull();
        assertThatThrownBy(() -> shell.execute("pump", "nonsense", Map.of()))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void broadcasts_cross_to_hubs_with_listeners_and_each_comes_once() {
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        Plugin pump = hubs.plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = hubs.plugin(roomA, "shell");
        JoinedHubs.seen(roomA, "pump");
        assertThat(shell.execute("pump", "add")).isEqualTo(2L);
        long before = roomA.cluster().link().received();
        assertThat(roomB.cluster().link().unsent()).isZero();

        List<String> heard = new CopyOnWriteArrayList<>();
        Plugin watch = hubs.plugin(roomA, "watch");
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
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        Plugin first = hubs.plugin(roomA, "pump");
        JoinedHubs.seen(roomB, "pump");
        Plugin second = hubs.open(new Plugin("pump", roomB.queryUri()));
        assertThatThrownBy(second::reset).isInstanceOf(NameInUseException.class).hasMessageContaining("roomA");

        first.close();
        eventually(() -> "the name is not free", () -> joins(second), SOON);
    }

    @Test
    void a_hub_that_is_killed_takes_its_plugins_along_and_requests_to_them_end() throws IOException {
        Requires.python();
        Hub roomA = hubs.hub("roomA", nats);
        try (HubProcess roomB = HubProcess.joined("roomB", nats.uri())) {
            hubs.open(PythonPeer.plugin(roomB.uri(), "pump"));
            Plugin shell = hubs.plugin(roomA, "shell");
            JoinedHubs.seen(roomA, "pump");
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
        Hub roomA = hubs.hub("roomA", nats);
        try (HubProcess roomB = HubProcess.joined("roomB", nats.uri())) {
            hubs.open(PythonPeer.plugin(roomB.uri(), "pump"));
            Plugin shell = hubs.plugin(roomA, "shell");
            JoinedHubs.seen(roomA, "pump");
            roomB.suspend();
            CompletableFuture<ExecuteReply> unheard = shell.executeAsync("pump", "ping", Map.of(), PATIENT);
            assertThat(error(unheard)).contains("roomB");
            assertThat(roomA.registry()).doesNotContainKey("pump");
            roomB.resume();
            JoinedHubs.seen(roomA, "pump");
            assertThat(shell.execute("pump", "ping")).isEqualTo("pong");
        }
    }

    @Test
    void a_lost_server_is_an_error_and_the_next_one_takes_its_place() {
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        hubs.plugin(roomB, "pump").command("add", call -> 2L);
        Plugin shell = hubs.plugin(roomA, "shell");
        JoinedHubs.seen(roomA, "pump");
        nats.kill();
        eventually(() -> "no loss", () -> !roomA.cluster().joined(), SOON);
        assertThatThrownBy(() -> shell.execute("pump", "add"))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("does not reach its cluster");
        assertThat(shell.execute("roomA", "ping")).isEqualTo("pong");
        eventually(() -> "still there", () -> !roomA.registry().containsKey("pump"), SOON);

        nats.restart();
        JoinedHubs.seen(roomA, "pump");
        assertThat(shell.execute("pump", "add")).isEqualTo(2L);
        assertThat(roomA.cluster().link().disconnected()).isPositive();
    }

    @Test
    void a_second_hub_of_a_name_stays_outside() {
        String name = "room \"A\" <1>";
        Hub first = hubs.hub(name, nats);
        hubs.plugin(first, "pump");
        eventually(() -> "not joined", () -> first.cluster().joined(), SOON);
        Hub second = hubs.hub(name, nats);
        Hub third = hubs.hub("roomC", nats);
        JoinedHubs.seen(third, "pump");
        assertThat(second.cluster().joined()).isFalse();
        assertThat(second.registry()).isEmpty();
    }

    @Test
    void a_slow_plugin_fills_its_own_budget_and_its_neighbour_at_the_same_hub_is_served() throws IOException {
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.open(new Hub("tcp://127.0.0.1:*", "roomB").memory(16 << 20));
        roomB.join(new JoinOptions(List.of(nats.uri()), "lab", null, null)).reset();
        hubs.plugin(roomB, "quick").command("add", call -> 2L);
        ZmtpPeer deaf = hubs.open(ZmtpPeer.handshake(roomB.commandUri(), "DEALER", "deaf"));
        Plugin shell = hubs.plugin(roomA, "shell");
        JoinedHubs.seen(roomA, "deaf");
        JoinedHubs.seen(roomA, "quick");

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
    void a_message_larger_than_the_server_takes_is_an_error_both_ways() {
        Hub roomA = hubs.hub("roomA", nats);
        Hub roomB = hubs.hub("roomB", nats);
        hubs.plugin(roomB, "pump").command("large", call -> "x".repeat(2 << 20)).command("take", call -> 1L);
        Plugin shell = hubs.plugin(roomA, "shell");
        JoinedHubs.seen(roomA, "pump");
        assertThatThrownBy(() -> shell.execute("pump", "large"))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("max_payload");
        assertThatThrownBy(() -> shell.execute("pump", "take", Map.of("text", "x".repeat(2 << 20))))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("max_payload");
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
}
