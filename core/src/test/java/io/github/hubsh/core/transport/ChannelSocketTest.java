package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our sockets on Unix-domain sockets reach libzmq's. */
@Timeout(120)
final class ChannelSocketTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int COUNTED = 500;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private String path = "";

    @BeforeEach
    void choosePath(@TempDir Path folder) {
        Requires.python();
        path = folder.resolve("hub").toString();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void a_dealer_asks_and_gets_an_answer() {
        startPeer();
        MessageSocket dealer = connected(SocketType.DEALER, "lab", path);
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 7;
        assertThat(dealer.send(Frames.of(new byte[0], Frames.bytes("question"), large)))
                .isEqualTo(Delivery.SENT);
        Frames answer = received(dealer);
        assertThat(answer.size()).isEqualTo(3);
        assertThat(answer.get(1)).isEqualTo(Frames.bytes("question"));
        assertThat(answer.get(2)).isEqualTo(large);
    }

    @Test
    void a_router_reaches_its_peer_by_the_peers_identity() {
        startPeer();
        MessageSocket router = connected(SocketType.ROUTER, "lab", path);
        Frames question = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("question"));
        assertThat(router.send(question)).isEqualTo(Delivery.UNREACHABLE);
        sendWhenReachable(router, question);
        assertThat(texts(received(router))).containsExactly("hub", "", "question");
        assertThat(router.send(Frames.of(Frames.bytes("other"), new byte[0]))).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void a_sub_gets_what_it_has_subscribed_to() {
        PythonPeer peer = startPeer();
        MessageSocket subscriber = open(SocketType.SUB, null);
        subscriber.subscribe(Frames.bytes("lab"));
        subscriber.connect(Endpoint.ipc(path + ".publish"));
        assertThat(subscriber.receive(SECOND / 100)).isNull();
        assertThat(nextSubscription(peer, subscriber)).isEqualTo("\u0001lab");
        MessageSocket dealer = connected(SocketType.DEALER, null, path);
        dealer.send(Frames.of(Frames.bytes("other")));
        dealer.send(Frames.of(Frames.bytes("lab"), Frames.bytes("news")));
        received(dealer);
        received(dealer);
        assertThat(texts(received(subscriber))).containsExactly("lab", "news");
        subscriber.unsubscribe(Frames.bytes("lab"));
        assertThat(nextSubscription(peer, subscriber)).isEqualTo("\u0000lab");
    }

    @Test
    void a_prefix_is_cancelled_when_no_subscriber_wants_it_any_longer() {
        PythonPeer peer = startPeer();
        MessageSocket subscriber = open(SocketType.SUB, null);
        subscriber.subscribe(Frames.bytes("lab"));
        subscriber.subscribe(Frames.bytes("lab"));
        subscriber.connect(Endpoint.ipc(path + ".publish"));
        assertThat(nextSubscription(peer, subscriber)).isEqualTo("\u0001lab");
        subscriber.unsubscribe(Frames.bytes("lab"));
        subscriber.subscribe(Frames.bytes("other"));
        assertThat(nextSubscription(peer, subscriber)).isEqualTo("\u0001other");
        subscriber.unsubscribe(Frames.bytes("lab"));
        assertThat(nextSubscription(peer, subscriber)).isEqualTo("\u0000lab");
    }

    @Test
    void a_peer_that_comes_later_is_found_and_one_that_comes_again_too() {
        MessageSocket dealer = connected(SocketType.DEALER, null, path);
        dealer.send(Frames.of(Frames.bytes("early")));
        assertThat(dealer.receive(SECOND / 20)).isNull();
        PythonPeer first = startPeer();
        assertThat(texts(received(dealer))).containsExactly("early");
        first.kill();
        startPeer();
        // What is written before the loss is noticed is lost.
        Frames answer = null;
        for (int i = 0; answer == null && i < 2000; i++) {
            dealer.send(Frames.of(Frames.bytes("again")));
            answer = dealer.receive(SECOND / 100);
        }
        assertThat(texts(answer)).containsExactly("again");
    }

    @Test
    void another_thread_wakes_the_owner_that_waits_for_ever() {
        MessageSocket socket = connected(SocketType.SUB, null, path);
        for (int i = 0; i < 100; i++) {
            Thread waker = new Thread(socket::wake);
            waker.start();
            assertThat(socket.receive(Long.MAX_VALUE)).isNull();
        }
    }

    @Test
    void another_thread_sends_while_the_owner_waits_and_the_owner_writes_what_is_left() throws Exception {
        startPeer();
        MessageSocket router = connected(SocketType.ROUTER, "lab", path);
        Frames question = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("question"));
        assertThat(router.sendNow(question, () -> true))
                .as("before there is a peer")
                .isFalse();
        sendWhenReachable(router, question);
        received(router);
        assertThat(router.sendNow(Frames.of(Frames.bytes("other")), () -> true)).isFalse();
        assertThat(router.sendNow(question, () -> false)).isFalse();
        FutureTask<Frames> answer = new FutureTask<>(() -> received(router));
        new Thread(answer).start();
        byte[] large = new byte[30 << 20];
        large[large.length - 1] = 7;
        Frames longQuestion = Frames.of(Frames.bytes("hub"), new byte[0], large);
        while (!router.sendNow(longQuestion, () -> true)) {
            Thread.onSpinWait();
        }
        assertThat(answer.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).get(2)).isEqualTo(large);
    }

    @Test
    void what_the_owner_sends_leaves_when_it_waits_and_is_overtaken_by_nothing() throws Exception {
        startPeer();
        MessageSocket router = connected(SocketType.ROUTER, "lab", path);
        sendWhenReachable(router, counted(0));
        received(router);
        assertThat(router.send(counted(1))).isEqualTo(Delivery.SENT);
        assertThat(router.send(counted(2))).isEqualTo(Delivery.SENT);
        assertThat(router.sendNow(counted(3), () -> true)).isFalse();
        assertThat(texts(received(router))).contains("1");
        assertThat(router.sendNow(counted(3), () -> true)).isTrue();
        assertThat(texts(received(router))).contains("2");
        assertThat(texts(received(router))).contains("3");
    }

    private static Frames counted(int number) {
        return Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes(String.valueOf(number)));
    }

    @Test
    void what_several_threads_send_arrives_whole_and_from_each_in_its_order() throws Exception {
        startPeer();
        MessageSocket router = connected(SocketType.ROUTER, "lab", path);
        sendWhenReachable(router, Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("question")));
        received(router);
        List<Thread> senders = List.of(new Thread(() -> count(router, "a")), new Thread(() -> count(router, "b")));
        senders.forEach(Thread::start);
        Map<String, Integer> next = new HashMap<>(Map.of("a", 0, "b", 0));
        for (int i = 0; i < 2 * COUNTED; i++) {
            String text = texts(received(router)).get(2);
            String sender = text.substring(0, 1);
            assertThat(text).isEqualTo(sender + " " + (next.merge(sender, 1, Integer::sum) - 1));
        }
    }

    @Test
    void a_thread_that_is_interrupted_closes_no_connection_by_sending() {
        startPeer();
        MessageSocket router = connected(SocketType.ROUTER, "lab", path);
        router.onConnectionLost(() -> {
            throw new AssertionError("lost");
        });
        Frames question = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("question"));
        sendWhenReachable(router, question);
        received(router);
        for (int i = 0; i < 100; i++) {
            Thread.currentThread().interrupt();
            assertThat(router.sendNow(question, () -> true)).isTrue();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(texts(received(router))).contains("question");
        }
    }

    private static void count(MessageSocket router, String name) {
        for (int i = 0; i < COUNTED; i++) {
            Frames frames = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes(name + " " + i));
            while (!router.sendNow(frames, () -> true)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_socket_that_only_connects_does_not_bind() {
        assertThatThrownBy(() -> open(SocketType.DEALER, null).bind(Endpoint.ipc(path)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("only connects");
        assertThatThrownBy(() -> open(SocketType.PUB, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private PythonPeer startPeer() {
        PythonPeer peer = PythonPeer.start("ipc_echo.py", path);
        opened.add(peer);
        return peer;
    }

    private MessageSocket connected(SocketType type, String identity, String address) {
        MessageSocket socket = open(type, identity);
        socket.connect(Endpoint.ipc(address));
        return socket;
    }

    private MessageSocket open(SocketType type, String identity) {
        MessageSocket socket = new ChannelSocket(type, identity);
        opened.add(0, socket);
        return socket;
    }

    private static String nextSubscription(PythonPeer peer, MessageSocket subscriber) {
        subscriber.receive(SECOND / 10);
        return peer.next(DEADLINE).get("subscription").asText();
    }

    private static void sendWhenReachable(MessageSocket router, Frames frames) {
        for (int i = 0; i < 2000; i++) {
            if (router.send(frames) == Delivery.SENT) {
                return;
            }
            router.receive(SECOND / 100);
        }
        throw new AssertionError("stays unreachable");
    }

    private static Frames received(MessageSocket socket) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Frames frames = socket.receive(SECOND);
            if (frames != null) {
                return frames;
            }
        }
        throw new AssertionError("nothing came");
    }

    private static List<String> texts(Frames frames) {
        return frames.parts().stream().map(String::new).toList();
    }
}
