package io.github.hubsh.core.cluster;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Broadcast;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Bye;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Hello;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ping;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Pong;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import io.github.hubsh.core.testkit.NatsServer;
import io.github.hubsh.core.testkit.Requires;
import io.nats.client.Connection;
import io.nats.client.Nats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links over a server of NATS that takes a thousand bytes at once, and bars some subjects. */
final class ClusterLinkTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HubStart ROOM_A = new HubStart("roomA", 1);
    private static final HubStart ROOM_B = new HubStart("roomB", 2);
    private static final byte[] NOTHING = {};

    private static final String SERVER = """
            max_payload: 1000
            no_auth_user: hub
            authorization {
              users: [{user: hub, password: none, permissions: {
                publish: {deny: ["hubsh.mute.all.*", "hubsh.lab.hub.barred.*"]}
                subscribe: {deny: ["hubsh.deaf.all.*"]}
              }}]
            }
            """;

    /** The thread of NATS that tries to connect for the first time. */
    private static final String CONNECTING = "NATS - async connection";

    private static NatsServer nats;

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** What a link has handed over: {@code up}, {@code down}, and else kind, sender and text. */
    private static final class Heard implements ClusterLink.Receiver {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void connected(String server) {
            all.add("up");
        }

        @Override
        public void disconnected() {
            all.add("down");
        }

        @Override
        public void received(ClusterText text) {
            String kind = text.head().getClass().getSimpleName();
            all.add(kind + " " + text.head().from().hub() + " " + new String(text.text(), UTF_8));
        }

        List<String> messages() {
            return all.stream().filter(each -> each.contains(" ")).toList();
        }

        void await(String last) {
            eventually(() -> "no " + last + " in " + all, () -> all.contains(last), SOON);
        }
    }

    private final Heard atA = new Heard();
    private final Heard atB = new Heard();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Requires.nats();
        Path file = Files.writeString(folder.resolve("server.conf"), SERVER);
        nats = NatsServer.start("-c", file.toString());
    }

    @AfterAll
    static void stop() {
        if (nats != null) {
            nats.close();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void a_message_goes_to_all_or_to_one() throws IOException {
        ClusterLink roomA = up("roomA", atA);
        ClusterLink roomB = up("roomB", atB);
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.SENT);
        assertThat(roomA.send("roomB", request("s"), "text".getBytes(UTF_8))).isEqualTo(LinkDelivery.SENT);
        assertThat(roomA.send("roomC", new Ping(ROOM_A, 1), NOTHING)).isEqualTo(LinkDelivery.SENT);
        assertThat(roomA.send("roomB", new Pong(ROOM_A, 1), NOTHING)).isEqualTo(LinkDelivery.SENT);
        atB.await("Pong roomA ");
        assertThat(atB.messages()).containsExactly("Hello roomA ", "Request roomA text", "Pong roomA ");
        assertThat(atA.messages()).isEmpty();

        LinkStatus status = roomA.status();
        assertThat(status.server()).isEqualTo(nats.uri());
        assertThat(status.problem()).isEmpty();
        assertThat(status.roundTrip()).isPositive();
        assertThat(List.of(status.sent(), status.unsent(), status.received(), status.missed(), status.rejected()))
                .containsExactly(4L, 0L, 0L, 0L, 0L);
        assertThat(roomB.status().received()).isEqualTo(3);
    }

    @Test
    void broadcasts_come_for_as_long_as_they_are_wanted() throws IOException {
        ClusterLink roomA = up("roomA", atA);
        ClusterLink roomB = up("roomB", atB);
        roomB.subscribe("pump", true);
        roomB.subscribe("lamp", true);
        assertThat(roomB.announce(new Hello(ROOM_B))).isEqualTo(LinkDelivery.SENT);
        atA.await("Hello roomB ");
        broadcast(roomA, "pump", "1");
        broadcast(roomA, "valve", "2");
        broadcast(roomA, "lamp", "3");
        atB.await("Broadcast roomA 3");

        roomB.subscribe("pump", false);
        assertThat(roomB.announce(new Bye(ROOM_B))).isEqualTo(LinkDelivery.SENT);
        atA.await("Bye roomB ");
        broadcast(roomA, "pump", "4");
        broadcast(roomA, "lamp", "5");
        atB.await("Broadcast roomA 5");
        assertThat(atB.messages()).containsExactly("Broadcast roomA 1", "Broadcast roomA 3", "Broadcast roomA 5");
    }

    @Test
    void what_is_too_large_is_not_sent() throws IOException {
        ClusterLink roomA = up("roomA", atA);
        byte[] overHalf = new byte[(int) ClusterLink.MAX_WAITING_BROADCAST_BYTES + 1];
        byte[] inHalf = new byte[overHalf.length - 4096]; // the first message may still wait
        byte[] over = new byte[(int) ClusterLink.MAX_WAITING_BYTES + 1];
        Broadcast head = new Broadcast(ROOM_A, "pump", "shell", "execute_reply");
        assertThat(List.of(
                        roomA.send("roomB", new Ping(ROOM_A, 1), new byte[900]),
                        roomA.send("roomB", new Ping(ROOM_A, 1), new byte[1000]),
                        roomA.send("roomB", request("s".repeat(65_536)), NOTHING),
                        roomA.send("roomB", new Ping(ROOM_A, 1), overHalf),
                        roomA.send("roomB", new Ping(ROOM_A, 1), over),
                        roomA.broadcast("pump", head, inHalf),
                        roomA.broadcast("pump", head, overHalf)))
                .containsExactly(
                        LinkDelivery.SENT,
                        LinkDelivery.TOO_LARGE,
                        LinkDelivery.TOO_LARGE,
                        LinkDelivery.TOO_LARGE,
                        LinkDelivery.FULL,
                        LinkDelivery.TOO_LARGE,
                        LinkDelivery.FULL);
        assertThat(roomA.status().sent()).isEqualTo(1);
        assertThat(roomA.status().unsent()).isEqualTo(6);
    }

    @Test
    void what_is_of_no_hub_or_not_of_the_hub_that_it_says_is_rejected() throws Exception {
        ClusterLink roomA = up("roomA", atA);
        Connection stranger = open(Nats.connect(nats.uri()));
        byte[] hello = HeadWriter.write(new Hello(ROOM_B), NOTHING);
        stranger.publish("hubsh.lab.all.roomB", null);
        stranger.publish("hubsh.lab.all.roomB", new byte[] {1, 2, 3});
        stranger.publish("hubsh.lab.all.roomC", hello);
        stranger.publish("hubsh.lab.all.=", HeadWriter.write(new Hello(new HubStart("", 1)), NOTHING));
        stranger.publish("hubsh.other.all.roomB", hello);
        stranger.publish("hubsh.lab.all.roomB", hello);
        atA.await("Hello roomB ");
        assertThat(atA.messages()).containsExactly("Hello roomB ");
        assertThat(roomA.status().rejected()).isEqualTo(4);
        assertThat(roomA.status().received()).isEqualTo(5);
    }

    @Test
    void a_barred_subject_of_another_hub_is_said_and_the_link_stays() throws IOException {
        ClusterLink roomA = up("roomA", atA);
        assertThat(roomA.send("barred", new Ping(ROOM_A, 1), NOTHING)).isEqualTo(LinkDelivery.SENT);
        eventually(() -> "" + roomA.status(), () -> roomA.status().unsent() == 1, SOON);
        assertThat(roomA.status().problem())
                .isEqualTo("the server does not let this hub publish to hubsh.lab.hub.barred.roomA");
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.SENT);
    }

    @Test
    void a_hub_that_may_not_speak_to_all_is_outside() throws Exception {
        ClusterLink roomA = up("roomA", atA, options("mute", nats.uri()));
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.SENT);
        atA.await("down");
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.DISCONNECTED);
        assertThat(roomA.status().problem())
                .isEqualTo("the server does not let this hub publish to hubsh.mute.all.roomA:"
                        + " its credentials may be for another hub, or another cluster");
        assertThat(roomA.status().server()).isEqualTo(nats.uri());
        assertThat(atA.all).containsExactly("up", "down");
    }

    @Test
    void a_hub_that_may_not_hear_all_is_outside() throws IOException {
        ClusterLink roomA = open(ClusterLink.open("roomA", options("deaf", nats.uri()), atA));
        eventually(
                () -> "" + roomA.status(),
                () -> roomA.status().problem().contains("subscribe to hubsh.deaf.all.*: its credentials"),
                SOON);
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.DISCONNECTED);
    }

    @Test
    void a_link_that_is_lost_is_made_again() throws IOException {
        NatsServer own = open(NatsServer.start());
        ClusterLink roomA = up("roomA", atA, options("lab", own.uri()));
        own.kill();
        atA.await("down");
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.DISCONNECTED);
        assertThat(roomA.status().disconnected()).isEqualTo(1);
        eventually(() -> "" + roomA.status(), () -> roomA.status().server().isEmpty(), SOON);
        own.restart();
        eventually(() -> "" + atA.all, () -> atA.all.size() >= 3, SOON);
        assertThat(atA.all).startsWith("up", "down", "up");
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.SENT);
        assertThat(roomA.status().server()).isEqualTo(own.uri());
    }

    @Test
    void a_closed_link_says_no_more() throws IOException {
        ClusterLink roomA = up("roomA", atA);
        up("roomB", atB);
        assertThat(roomA.announce(new Bye(ROOM_A))).isEqualTo(LinkDelivery.SENT);
        atB.await("Bye roomA ");
        roomA.close();
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.DISCONNECTED);
        roomA.subscribe("pump", true);
        roomA.close();
        assertThat(roomA.status().server()).isEmpty();
    }

    @Test
    void without_a_server_nothing_is_sent_and_the_reason_is_said() throws IOException {
        ClusterLink roomA = ClusterLink.open("roomA", options("lab", "nats://127.0.0.1:1"), atA);
        assertThat(roomA.announce(new Hello(ROOM_A))).isEqualTo(LinkDelivery.DISCONNECTED);
        assertThat(roomA.send("roomB", new Ping(ROOM_A, 1), NOTHING)).isEqualTo(LinkDelivery.DISCONNECTED);
        roomA.subscribe("pump", true);
        eventually(() -> "" + roomA.status(), () -> !roomA.status().problem().isEmpty(), SOON);
        LinkStatus status = roomA.status();
        assertThat(status).isEqualTo(new LinkStatus("", status.problem(), -1, 0, 0, 2, 0, 0, 0));
        roomA.close();
        assertThat(atA.all).isEmpty();
    }

    /** The threads of callbacks are not looked at: NATS ends them with its garbage. */
    @Test
    void a_link_that_is_closed_leaves_no_thread() throws IOException {
        ClusterLink made = up("made", atA);
        String[] names = {"made-cluster", "made-cluster-timer"};
        assertThat(threads(names)).contains(names);
        made.close();
        awaitNone(names);
    }

    @Test
    void a_link_that_is_closed_before_there_is_a_server_tries_no_longer() throws IOException {
        ClusterLink unmade = ClusterLink.open("unmade", options("lab", "nats://127.0.0.1:1"), atA);
        eventually(() -> "" + unmade.status(), () -> !unmade.status().problem().isEmpty(), SOON);
        assertThat(threads(CONNECTING)).isNotEmpty();
        unmade.close();
        awaitNone(CONNECTING);
    }

    @Test
    void files_that_cannot_be_used_are_an_error_at_once(@TempDir Path folder) {
        JoinOptions options = new JoinOptions(List.of(nats.uri()), "lab", folder.resolve("hub.creds"), null);
        assertThatThrownBy(() -> ClusterLink.open("roomA", options, atA))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + folder.resolve("hub.creds"));
    }

    private ClusterLink up(String hub, Heard heard) throws IOException {
        return up(hub, heard, options("lab", nats.uri()));
    }

    /** Opens a link, and waits until the server has its subscriptions. */
    private ClusterLink up(String hub, Heard heard, JoinOptions options) throws IOException {
        ClusterLink link = open(ClusterLink.open(hub, options, heard));
        heard.await("up");
        return link;
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }

    private static void awaitNone(String... names) {
        eventually(() -> "there is " + threads(names), () -> threads(names).isEmpty(), SOON);
    }

    private static List<String> threads(String... names) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(List.of(names)::contains)
                .toList();
    }

    private static void broadcast(ClusterLink link, String source, String text) {
        ClusterMessage head = new Broadcast(ROOM_A, source, "shell", "execute_reply");
        assertThat(link.broadcast(source, head, text.getBytes(UTF_8))).isEqualTo(LinkDelivery.SENT);
    }

    private static Request request(String session) {
        return new Request(ROOM_A, 2, 1, new RequestKey(session, "shell", "pump"));
    }

    private static JoinOptions options(String cluster, String uri) {
        return new JoinOptions(List.of(uri), cluster, null, null);
    }
}
