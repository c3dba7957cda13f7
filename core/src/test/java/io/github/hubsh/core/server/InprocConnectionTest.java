package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.InprocPeer;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.zmtp.HandshakeLimits;
import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the limits of a server mean to a peer in the same process. */
final class InprocConnectionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Endpoint ADDRESS = Endpoint.inproc("limits-test");
    private static final ServerLimits SMALL = new ServerLimits(
            new ZmtpLimits(HandshakeLimits.DEFAULTS, new MessageLimits(1000, 1000, 4, 1000)),
            100_000,
            3,
            100,
            TimeUnit.MILLISECONDS.toNanos(200));

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop = ServerLoop.start("inproc-test", new MemoryBudget(16 << 20), failures::add);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        eventually(() -> loop.budget().used() == 0, TIMEOUT);
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_subscriber_gets_what_it_subscribed_to_and_a_mark_is_answered() {
        PublishServer publisher = publisher();
        InprocPeer peer = peer(SocketType.SUB, null);
        peer.subscribe("ab");
        peer.subscribe("key");
        assertThat(texts(peer)).containsExactly("key");
        assertThat(publish(publisher, "a")).isZero();
        assertThat(publish(publisher, "abc")).isZero();
        assertThat(texts(peer)).containsExactly("abc", "text of abc");

        peer.unsubscribe("ab");
        peer.subscribe("end");
        assertThat(texts(peer)).containsExactly("end");
        publish(publisher, "abc");
        publish(publisher, "end");
        assertThat(texts(peer)).containsExactly("end", "text of end");
    }

    @Test
    void a_subscriber_that_does_not_read_loses_messages_and_is_disconnected() {
        PublishServer publisher = publisher();
        MessageSocket deaf = socket(SocketType.SUB, null);
        deaf.subscribe(Frames.bytes("x"));
        deaf.subscribe(Frames.bytes("key"));
        assertThat(deaf.receive(TIMEOUT.toNanos()).get(0)).asString().isEqualTo("key");
        eventually(() -> publish(publisher, "x".repeat(50_000)) > 0, TIMEOUT);
        eventually(() -> loop.disconnected() == 1, TIMEOUT);
        eventually(() -> publish(publisher, "x") == 0 && loop.budget().used() == 0, TIMEOUT);
    }

    @Test
    void a_subscription_too_many_ends_the_connection() {
        publisher();
        InprocPeer peer = peer(SocketType.SUB, null);
        for (String prefix : List.of("a", "b", "c", "d")) {
            peer.subscribe(prefix);
        }
        eventually(() -> loop.disconnected() > 0, TIMEOUT);
    }

    @Test
    void a_message_above_a_limit_ends_the_connection() {
        router(SMALL);
        InprocPeer peer = peer(SocketType.DEALER, "large");
        peer.send(new byte[1000]);
        peer.send(new byte[600], new byte[600]);
        eventually(events::toString, () -> events.size() == 3, TIMEOUT);
        assertThat(events).containsExactly("large: 1", "broken large", "ended large");
        InprocPeer many = peer(SocketType.DEALER, "many");
        many.send(new byte[0], new byte[0], new byte[0], new byte[0], new byte[0]);
        eventually(events::toString, () -> events.contains("broken many"), TIMEOUT);
    }

    @Test
    void a_peer_that_takes_nothing_is_full_and_its_requester_is_read_no_further() throws Exception {
        RouterServer[] router = new RouterServer[1];
        router[0] =
                open(RouterServer.bind(loop, ADDRESS, Octets.ofText("hub"), ServerLimits.DEFAULTS, (from, frames) -> {
                    events.add(from.toString());
                    router[0].send(Octets.ofText("deaf"), frames, Account.SENDER);
                }));
        MessageSocket deaf = socket(SocketType.DEALER, "deaf");
        deaf.send(Frames.of(new byte[0]));
        eventually(() -> deaf.receive(0) == null && events.contains("deaf"), TIMEOUT);

        InprocPeer flood = peer(SocketType.DEALER, "flood");
        int requests = 100;
        for (int i = 0; i < requests; i++) {
            flood.send(new byte[100_000]);
        }
        eventually(() -> count("flood") >= PeerPendingBytes.MAX_PENDING_BYTES / 100_000, TIMEOUT);
        assertThat(count("flood")).as("the rest waits").isLessThan(requests);
        eventually(() -> deaf.receive(0) == null && count("flood") == requests, TIMEOUT);
    }

    @Test
    void a_flood_of_one_peer_lets_the_others_have_their_turns() {
        CountDownLatch sent = new CountDownLatch(1);
        open(RouterServer.bind(loop, ADDRESS, Octets.ofText("hub"), ServerLimits.DEFAULTS, (from, frames) -> {
            events.add(from.toString());
            if (events.size() == 3) {
                awaitSent(sent);
            }
        }));
        List<MessageSocket> peers = new ArrayList<>();
        for (String name : List.of("flood", "asking", "asked")) {
            peers.add(socket(SocketType.DEALER, name));
        }
        Frames message = Frames.of(new byte[500]);
        peers.forEach(peer -> peer.send(message));
        eventually(() -> peers.stream().allMatch(peer -> peer.receive(0) == null) && events.size() == 3, TIMEOUT);
        int requests = 200;
        for (int i = 0; i < requests; i++) {
            peers.get(0).send(message);
        }
        peers.get(1).send(message);
        peers.get(2).send(message);
        sent.countDown();

        eventually(events::toString, () -> events.size() == 3 + requests + 2, TIMEOUT);
        List<String> flooded = events.subList(3, events.size());
        assertThat(flooded.indexOf("asking")).isLessThan(2 * ReadTurns.MAX_MESSAGES);
        assertThat(flooded.indexOf("asked")).isLessThan(2 * ReadTurns.MAX_MESSAGES);
    }

    private static void awaitSent(CountDownLatch sent) {
        try {
            assertThat(sent.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_socket_of_the_wrong_type_is_refused_for_good() {
        router(ServerLimits.DEFAULTS);
        MessageSocket subscriber = socket(SocketType.SUB, null);
        assertThatThrownBy(() -> subscriber.receive(TIMEOUT.toNanos()))
                .isInstanceOf(TransportException.class)
                .hasMessage("inproc://limits-test refuses the connection: "
                        + "a SUB socket can't be connected to this ROUTER");
    }

    @Test
    void an_address_has_one_server_and_is_free_when_that_is_closed() {
        RouterServer first = router(ServerLimits.DEFAULTS);
        assertThatThrownBy(() -> router(ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessage("cannot bind to inproc://limits-test: the address is in use in this process");
        first.close();
        ServerLoop other = ServerLoop.start("other", failures::add);
        RouterServer.bind(other, ADDRESS, Octets.ofText("hub"), SMALL, (from, frames) -> {});
        other.close();
        router(ServerLimits.DEFAULTS);
    }

    @Test
    void a_client_connects_when_a_server_comes_and_again_after_it_went() {
        List<String> lost = new CopyOnWriteArrayList<>();
        MessageSocket plugin = Transport.shared().to(ADDRESS).open(SocketType.ROUTER, "plugin");
        open(plugin);
        plugin.onConnectionLost(() -> lost.add("lost"));
        plugin.connect(ADDRESS);
        Frames hello = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("hello"));
        assertThat(plugin.send(hello)).isEqualTo(Delivery.UNREACHABLE);
        for (int turn = 1; turn <= 2; turn++) {
            RouterServer router = router(ServerLimits.DEFAULTS);
            int expected = turn;
            eventually(() -> plugin.receive(1_000_000) == null && plugin.send(hello) == Delivery.SENT, TIMEOUT);
            eventually(() -> count("plugin: 2") == expected, TIMEOUT);
            assertThat(send(router, "plugin", "answer")).isEqualTo(Delivery.SENT);
            Frames answer = plugin.receive(TIMEOUT.toNanos());
            assertThat(answer.parts()).extracting(String::new).containsExactly("hub", "answer");
            router.close();
            eventually(() -> plugin.receive(1_000_000) == null && lost.size() == expected, TIMEOUT);
        }
    }

    private RouterServer router(ServerLimits limits) {
        return open(RouterServer.bind(loop, ADDRESS, Octets.ofText("hub"), limits, new RouterServer.Receiver() {
            @Override
            public void received(Octets identity, List<SharedBytes> frames) {
                events.add(identity + ": " + frames.size());
            }

            @Override
            public void broken(Octets identity, String reason) {
                events.add("broken " + identity);
            }

            @Override
            public void ended(Octets identity) {
                events.add("ended " + identity);
            }
        }));
    }

    private PublishServer publisher() {
        PrivateTopics topics = new PrivateTopics(topic -> topic.length == 3, topic -> false, count -> List.of());
        return open(PublishServer.bind(loop, ADDRESS, SMALL, topics));
    }

    private InprocPeer peer(SocketType type, String identity) {
        return open(new InprocPeer(ADDRESS.toString(), type, identity));
    }

    /** A socket of which the test is the owner. */
    private MessageSocket socket(SocketType type, String identity) {
        MessageSocket socket = open(Transport.shared().to(ADDRESS).open(type, identity));
        socket.connect(ADDRESS);
        return socket;
    }

    private int publish(PublishServer publisher, String topic) {
        CompletableFuture<Integer> lost = new CompletableFuture<>();
        loop.execute(() -> lost.complete(
                publisher.publish(Octets.ofText(topic), () -> List.of(bytes(topic), bytes("text of " + topic)))));
        return lost.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Delivery send(RouterServer router, String identity, String text) {
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        loop.execute(() -> delivery.complete(router.send(Octets.ofText(identity), List.of(bytes(text)))));
        return delivery.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private long count(String event) {
        return events.stream().filter(event::equals).count();
    }

    private static SharedBytes bytes(String text) {
        return SharedBytes.of(text.getBytes(UTF_8));
    }

    private static List<String> texts(InprocPeer peer) {
        Frames frames = peer.receive(TIMEOUT);
        assertThat(frames).as("nothing came").isNotNull();
        return frames.parts().stream().map(String::new).toList();
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }
}
