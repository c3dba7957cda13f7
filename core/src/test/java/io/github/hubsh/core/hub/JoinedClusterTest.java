package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.cluster.ClusterLink;
import io.github.hubsh.core.cluster.ClusterText;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.cluster.LinkDelivery;
import io.github.hubsh.core.cluster.LinkStatus;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.ClusterPolicy;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubPolicy;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Broadcast;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Bye;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Hello;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Taken;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.testkit.NatsServer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.zmtp.Octets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A hub's part in a cluster: what it makes of the messages of roomB, and what roomB hears of it. */
final class JoinedClusterTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HubStart ROOM_B = new HubStart("roomB", 2);

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ServerLoop serverLoop = open(ServerLoop.start("roomA-loop", failure -> published.add("" + failure)));
    private final HubLoop loop;
    private final JoinedCluster cluster;
    private final RoomB roomB = new RoomB();

    /** What another hub hears. */
    private static final class RoomB implements ClusterLink.Receiver {
        private final CompletableFuture<String> up = new CompletableFuture<>();
        private final CompletableFuture<Hello> hello = new CompletableFuture<>();
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void connected(String server) {
            up.complete(server);
        }

        @Override
        public void disconnected() {}

        @Override
        public void received(ClusterText text) {
            ClusterMessage head = text.head();
            if (head instanceof Hello first) {
                hello.complete(first);
            } else if (head instanceof Changes changes) {
                changes.entries().forEach(each -> all.add(each.kind() + " " + each.text()));
            } else {
                all.add(head.getClass().getSimpleName() + " " + new String(text.text(), UTF_8));
            }
        }

        void await(String part) {
            eventually(
                    () -> "no " + part + " in " + all, () -> all.stream().anyMatch(each -> each.contains(part)), SOON);
        }
    }

    JoinedClusterTest() {
        ClusterPolicy policy =
                new ClusterPolicy(plugin -> refused.contains(plugin) ? List.of() : List.of(AccessRights.ALL));
        HubProtocol protocol = new HubProtocol(
                "roomA",
                Messages.create(),
                new ConnectReply.CommandSocket("tcp://127.0.0.1:1", 0, "roomA"),
                new ConnectReply.PublishSocket("tcp://127.0.0.1:1", 0));
        HubAdmission access = new HubAdmission(null, LoggerFactory.getLogger(JoinedClusterTest.class));
        List<BroadcastListener> listeners = List.of(this::hear);
        loop = open(new HubLoop(
                new HubSetup(
                        "roomA", new Handlers(), HubPolicy.DEFAULTS, HubPorts.ANY, 1 << 20, listeners, access, null),
                serverLoop,
                protocol));
        cluster = open(new JoinedCluster("roomA", serverLoop, loop, protocol, policy));
    }

    @AfterEach
    void close() throws Exception {
        cluster.close();
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void before_there_is_a_link_it_is_alone_and_nothing_is_sent() {
        ClusterStatus status = cluster.status();
        assertThat(status.name()).isEmpty();
        assertThat(status.joined()).isFalse();
        assertThat(status.hubs()).isEmpty();
        assertThat(status.link()).isEqualTo(LinkStatus.NONE);
        cluster.broadcast("pump", () -> {
            throw new AssertionError("there is none that wants it");
        });
        cluster.close();
    }

    @Test
    void a_file_that_cannot_be_used_is_an_error_at_once(@TempDir Path folder) {
        Path none = folder.resolve("hub.creds");
        assertThatThrownBy(() -> cluster.open(new JoinOptions(List.of("nats://127.0.0.1:1"), "lab", none, null)))
                .isInstanceOf(TransportException.class)
                .hasMessage("can't join the cluster: there is no file " + none);
        assertThat(cluster.status().name()).isEqualTo("lab");
    }

    @Test
    void plugins_of_other_hubs_are_known_if_their_names_are_accepted() {
        refused.add("guest");
        join();
        receive(new Changes(ROOM_B, 0, List.of(live("pump"), live("guest"), live("roomA"))));
        assertThat(cluster.status().plugins()).containsOnlyKeys("pump");
        assertThat(cluster.status().counts().refused()).isEqualTo(2);
        ClusterStatus.ClusterHub hub = cluster.status().hubs().get(0);
        assertThat(List.of(hub.name(), hub.plugins(), hub.asked(), hub.served()))
                .containsExactly("roomB", 1, 0, 0);
        assertThat(hub.silentMillis()).isBetween(0L, SOON.toMillis());

        refused.add("pump");
        serverLoop.execute(cluster::recheck);
        settle();
        assertThat(cluster.status().plugins()).isEmpty();
    }

    @Test
    void a_hub_that_goes_takes_its_plugins_along_and_may_come_back() {
        join();
        receive(new Changes(ROOM_B, 0, List.of(live("pump"))));
        receive(new Bye(ROOM_B));
        assertThat(cluster.status().hubs()).isEmpty();
        assertThat(cluster.status().plugins()).isEmpty();
        receive(new Changes(new HubStart("roomB", 3), 0, List.of(live("valve"))));
        assertThat(cluster.status().plugins()).containsOnlyKeys("valve");
    }

    @Test
    void without_a_connection_it_is_not_joined_and_with_the_next_one_it_is_again() {
        join();
        cluster.disconnected();
        settle();
        assertThat(cluster.status().joined()).isFalse();
        join();
    }

    @Test
    void broadcasts_of_accepted_plugins_and_of_hubs_are_published_here() {
        join();
        receive(new Changes(ROOM_B, 0, List.of(live("pump"))));
        refused.add("guest");
        refused.add("roomB");
        for (String source : List.of("pump", "guest", "roomB", "")) {
            cluster.received(new ClusterText(
                    new Broadcast(ROOM_B, source, "shell", "execute_reply"), ("{} " + source).getBytes(UTF_8)));
        }
        settle();
        assertThat(published).containsExactly("pump shell execute_reply {} pump", "roomB shell execute_reply {} roomB");
    }

    @Test
    void what_is_wanted_here_is_said_there_as_far_as_it_is_text() throws IOException {
        ClusterLink other = meet();
        byte[] broken = {'v', 'a', 'l', (byte) 0xc3};
        cluster.changed(Octets.ofText("\0mark"), true);
        cluster.changed(Octets.ofText("x".repeat(256)), true);
        cluster.changed(Octets.of(broken), true);
        cluster.changed(Octets.ofText("pump"), true);
        roomB.await("WANTED pump");
        assertThat(roomB.all).contains("WANTED val").noneMatch(each -> each.contains("mark") || each.contains("xxx"));
        Broadcast head = new Broadcast(ROOM_B, "pump", "shell", "execute_reply");
        eventually(
                () -> "nothing is published",
                () -> other.broadcast("pump", head, new byte[0]) == LinkDelivery.SENT && !published.isEmpty(),
                SOON);
        assertThat(published).containsOnly("pump shell execute_reply ");

        cluster.changed(Octets.ofText("pump"), false);
        roomB.await("UNWANTED pump");
    }

    @Test
    void broadcasts_go_to_hubs_that_want_them() throws IOException {
        ClusterLink other = meet();
        other.subscribe("pu", true);
        Changes wanted = new Changes(ROOM_B, 0, List.of(live("lamp"), new ClusterEntry(Kind.WANTED, "pu", 0)));
        eventually(
                () -> "" + roomB.all,
                () -> {
                    say(other, wanted);
                    onLoop(this::broadcastBoth);
                    return roomB.all.contains("Broadcast {}");
                },
                SOON);
        assertThat(published).isEmpty();
    }

    @Test
    void a_request_is_answered_if_it_is_what_its_head_says() throws IOException {
        ClusterLink other = meet();
        Messages messages = Messages.create();
        ExecuteRequest request = messages.executeRequest("shell", "absent", "ping", Payload.NONE);
        RequestKey key = new RequestKey(request.session(), "shell", "absent");
        long to = roomB.hello.join().from().epoch();
        byte[] text = MessageWriter.write(request);
        send(other, new Request(ROOM_B, to, 1, key), "no json".getBytes(UTF_8));
        send(other, new Request(ROOM_B, to, 2, new RequestKey("another", "shell", "absent")), text);
        send(other, new Request(ROOM_B, to, 3, key), text);
        roomB.await("not registered with the hub 'roomA'");
        settle();
        assertThat(roomB.all).filteredOn(each -> each.startsWith("Reply")).hasSize(1);
        assertThat(loop.statistics().answered()).isEqualTo(1);
    }

    @Test
    void a_message_that_cannot_be_sent_is_not_published_and_a_reply_becomes_an_error() throws IOException {
        relay(request(), 10);
        ClusterLink unused = meet();
        relay(request(), 2 << 20);
        relay(request(), 17 << 20);
        assertThat(loop.statistics().forwarded()).isZero();
        assertThat(published).isEmpty();

        relay(Messages.create().errorReply(request(), 1, RemoteError.ofNameInUse("pump", "roomA")), 2 << 20);
        roomB.await("TooLarge");
        assertThat(roomB.all).filteredOn(each -> each.startsWith("Request")).isEmpty();
        relay(request(), 10);
        roomB.await("Request xxxxxxxxxx");
        assertThat(loop.statistics().forwarded()).isEqualTo(2);
        assertThat(published).hasSize(2);
    }

    @Test
    void a_hub_of_this_name_keeps_it_outside() throws IOException {
        ClusterLink unused = meet();
        HubStart twin = new HubStart("roomA", 1);
        cluster.received(
                new ClusterText(new Taken(twin, roomB.hello.join().from().epoch()), new byte[0]));
        settle();
        assertThat(cluster.status().joined()).isFalse();
    }

    @Test
    void a_closed_one_has_no_link() throws IOException {
        ClusterLink unused = meet();
        assertThat(cluster.status().link().server()).startsWith("nats://");
        cluster.close();
        cluster.close();
        assertThat(cluster.status().link()).isEqualTo(LinkStatus.NONE);
    }

    /** Joins over a server, where roomB has one plugin. */
    private ClusterLink meet() throws IOException {
        Requires.nats();
        NatsServer nats = open(NatsServer.start());
        JoinOptions options = new JoinOptions(List.of(nats.uri()), "lab", null, null);
        ClusterLink other = open(ClusterLink.open("roomB", options, roomB));
        eventually(() -> "no link", roomB.up::isDone, SOON);
        cluster.open(options);
        eventually(() -> "" + cluster.status(), () -> cluster.status().joined(), SOON);
        eventually(() -> "no hello", roomB.hello::isDone, SOON);
        say(other, new Changes(ROOM_B, 0, List.of(live("lamp"))));
        eventually(() -> "" + cluster.status(), () -> cluster.status().plugins().containsKey("lamp"), SOON);
        return other;
    }

    /** Sends a message to roomB whose text has this size. */
    private void relay(Message message, int size) {
        HubStart self = new HubStart("roomA", 1);
        RequestKey key = new RequestKey(message.session(), "shell", "pump");
        ClusterMessage head =
                message instanceof ExecuteRequest ? new Request(self, 2, 1, key) : new ClusterMessage.Reply(self, 1);
        WireMessage wire = new WireMessage(message, "x".repeat(size).getBytes(UTF_8));
        MessageOrigin from = new MessageOrigin(
                MessageOrigin.Channel.COMMAND,
                message.source(),
                Envelope.of(message.source().getBytes(UTF_8)));
        HubAction.Forward forward = new HubAction.Forward(from, message.target(), wire, true);
        onLoop(() -> cluster.carryOut(new HubAction.Relay(forward, new ClusterAction.Send("roomB", head))));
    }

    private static ExecuteRequest request() {
        return Messages.create().executeRequest("shell", "pump", "ping", Payload.NONE);
    }

    private void broadcastBoth() {
        cluster.broadcast("valve", () -> {
            throw new AssertionError("there is none that wants it");
        });
        cluster.broadcast("pump", () -> BroadcastFrames.of("pump", "shell", "execute_reply", "{}".getBytes(UTF_8)));
    }

    private void join() {
        cluster.connected("nats://127.0.0.1:4222");
        eventually(() -> "" + cluster.status(), () -> cluster.status().joined(), SOON);
    }

    private void receive(ClusterMessage message) {
        cluster.received(new ClusterText(message, new byte[0]));
        settle();
    }

    /** Waits until the loop has done what it was given. */
    private void settle() {
        onLoop(() -> {});
    }

    private void onLoop(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        serverLoop.execute(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }

    private void hear(HubBroadcast message) {
        List<String> frames = message.copy(1000).stream()
                .map(frame -> new String(frame, UTF_8))
                .toList();
        published.add(String.join(" ", frames));
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }

    private static void say(ClusterLink other, ClusterMessage message) {
        assertThat(other.announce(message)).isEqualTo(LinkDelivery.SENT);
    }

    private static void send(ClusterLink other, ClusterMessage message, byte[] text) {
        assertThat(other.send("roomA", message, text)).isEqualTo(LinkDelivery.SENT);
    }

    private static ClusterEntry live(String plugin) {
        return new ClusterEntry(Kind.LIVE, plugin, 1);
    }
}
