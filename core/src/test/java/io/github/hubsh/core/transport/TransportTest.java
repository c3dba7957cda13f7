package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.ReservedPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of a transport, as every engine behind it must keep it. */
final class TransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long TIMEOUT = 20 * SECOND;
    private static final String REFUSED = "cannot %s to ipc:///tmp/hub: it would go over TCP here,"
            + " which no other ZeroMQ peer understands; use tcp://127.0.0.1:PORT";

    private final Transport transport = Transport.jeroMq();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_request_and_its_reply_cross(String uri, Transport connecting) {
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        Endpoint bound = hub.bind(Endpoint.parse(uri));
        Endpoint reached = bound.isWildcard() ? Endpoint.tcp("127.0.0.1", bound.port()) : bound;
        MessageSocket plugin = open(connecting.to(reached), SocketType.DEALER, "plugin");
        plugin.connect(reached);

        plugin.send(Frames.of(new byte[0], Frames.bytes("question")));
        Frames question = passed(plugin, hub);
        hub.send(Frames.of(question.get(0), question.get(1), Frames.bytes("answer")));

        assertThat(texts(question)).containsExactly("plugin", "", "question");
        assertThat(texts(received(plugin))).containsExactly("", "answer");
    }

    @Test
    void the_system_chooses_a_port_and_says_which() {
        Endpoint bound = open(SocketType.ROUTER, null).bind(Endpoint.parse("tcp://127.0.0.1:*"));
        assertThat(bound.port()).isPositive();
    }

    @Test
    void a_port_in_use_is_an_error_that_says_so() {
        Endpoint bound = open(SocketType.ROUTER, null).bind(Endpoint.parse("tcp://127.0.0.1:*"));
        MessageSocket second = open(SocketType.ROUTER, null);
        assertThatThrownBy(() -> second.bind(bound))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void a_router_says_that_a_peer_is_unreachable() {
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        hub.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        assertThat(hub.send(Frames.of(Frames.bytes("absent"), new byte[0]))).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void receiving_ends_when_the_time_is_up() {
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        hub.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        assertThat(hub.receive(SECOND / 100)).isNull();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_router_that_connects_says_when_it_reaches_its_peer(Transport connecting) {
        Endpoint address = unused();
        MessageSocket plugin = open(connecting, SocketType.ROUTER, "plugin");
        plugin.connect(address);
        Frames request = Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes("question"));
        assertThat(plugin.send(request)).isEqualTo(Delivery.UNREACHABLE);
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        bindAgain(hub, address);
        for (int i = 0; plugin.send(request) != Delivery.SENT && i < 2000; i++) {
            assertThat(plugin.receive(SECOND / 100)).isNull();
        }
        assertThat(texts(passed(plugin, hub))).containsExactly("plugin", "", "question");
        hub.send(Frames.of(Frames.bytes("plugin"), new byte[0], Frames.bytes("answer")));
        assertThat(texts(received(plugin))).containsExactly("hub", "", "answer");
        assertThat(plugin.send(Frames.of(Frames.bytes("another"), new byte[0]))).isEqualTo(Delivery.UNREACHABLE);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void what_a_dealer_sends_before_there_is_a_peer_arrives(Transport connecting) {
        Endpoint address = unused();
        MessageSocket plugin = open(connecting, SocketType.DEALER, "plugin");
        plugin.connect(address);
        assertThat(plugin.send(Frames.of(Frames.bytes("early")))).isEqualTo(Delivery.SENT);
        assertThat(plugin.receive(SECOND / 100)).isNull();
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        bindAgain(hub, address);
        assertThat(texts(passed(plugin, hub))).containsExactly("plugin", "early");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_router_that_connects_says_that_its_connection_is_lost_and_gives_the_next_hub_nothing_old(
            Transport connecting) {
        MessageSocket first = open(SocketType.ROUTER, "hub");
        Endpoint bound = first.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        MessageSocket plugin = open(connecting, SocketType.ROUTER, "plugin");
        AtomicInteger losses = new AtomicInteger();
        plugin.onConnectionLost(losses::incrementAndGet);
        plugin.connect(bound);
        sendWhenReachable(plugin, "first");
        assertThat(texts(passed(plugin, first))).containsExactly("plugin", "", "first");
        int before = losses.get();
        first.close();
        for (int i = 0; losses.get() == before && i < 2000; i++) {
            assertThat(plugin.receive(SECOND / 100)).isNull();
        }
        assertThat(losses.get()).isGreaterThan(before);

        plugin.send(request("old"));
        MessageSocket second = open(SocketType.ROUTER, "hub");
        bindAgain(second, bound);
        assertThat(texts(passedAtLast(plugin, "new", second))).containsExactly("plugin", "", "new");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void an_unknown_host_is_an_error_that_says_so(Transport connecting) {
        MessageSocket socket = open(connecting, SocketType.DEALER, null);
        assertThatThrownBy(() -> socket.connect(Endpoint.parse("tcp://nosuch.invalid:5")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("unknown host 'nosuch.invalid'");
    }

    @ParameterizedTest
    @MethodSource("wakeable")
    void another_thread_wakes_the_owner_that_waits_for_ever(Transport engine, SocketType type)
            throws InterruptedException {
        MessageSocket socket = open(engine, type, null);
        BlockingQueue<String> log = new LinkedBlockingQueue<>();
        SocketLoop loop = new SocketLoop("woken", socket, frames -> {}, failure -> log.add(failure.toString())).start();
        opened.add(0, loop);
        for (int i = 0; i < 1000; i++) {
            String task = "task " + i;
            loop.post(() -> log.add(task));
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo(task);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_subscriber_gets_what_it_subscribed_to(Transport connecting) {
        MessageSocket publisher = open(SocketType.PUB, null);
        Endpoint bound = publisher.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        MessageSocket subscriber = open(connecting, SocketType.SUB, null);
        subscriber.subscribe(Frames.bytes("a"));
        subscriber.connect(bound);

        Frames got = null;
        for (int i = 0; got == null && i < 2000; i++) {
            publisher.send(Frames.of(Frames.bytes("b"), Frames.bytes("unwanted")));
            publisher.send(Frames.of(Frames.bytes("a"), Frames.bytes("wanted")));
            got = subscriber.receive(SECOND / 100);
        }
        assertThat(texts(got)).containsExactly("a", "wanted");
    }

    @Test
    void a_loop_closes_its_socket_and_frees_the_port() {
        MessageSocket socket = transport.open(SocketType.ROUTER, "hub");
        Endpoint bound = socket.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        new SocketLoop("closed", socket, frames -> {}, failure -> {}).start().close();
        bindAgain(open(SocketType.ROUTER, "hub"), bound);
    }

    @Test
    void a_unix_domain_socket_is_for_channels_and_not_for_the_engine() {
        Endpoint ipc = Endpoint.parse("ipc:///tmp/hub");
        MessageSocket socket = open(SocketType.ROUTER, "hub");
        assertThatThrownBy(() -> socket.bind(ipc)).hasMessage(REFUSED.formatted("bind"));
        assertThatThrownBy(() -> socket.connect(ipc)).hasMessage(REFUSED.formatted("connect"));
        assertThat(transport.to(ipc)).isSameAs(ChannelTransport.SHARED);
        assertThat(Transport.shared()).isSameAs(ChannelTransport.SHARED);
        assertThat(Transport.shared().to(ipc)).isSameAs(ChannelTransport.SHARED);
    }

    static List<Transport> engines() {
        return List.of(Transport.shared(), Transport.jeroMq());
    }

    static Stream<Arguments> wakeable() {
        return engines().stream()
                .flatMap(each -> Stream.of(SocketType.ROUTER, SocketType.SUB).map(type -> Arguments.of(each, type)));
    }

    static Stream<Arguments> ways() {
        return engines().stream()
                .flatMap(each -> Stream.of("tcp://127.0.0.1:*", "tcp://localhost:0", "tcp://[::1]:*", "tcp://*:*")
                        .map(uri -> Arguments.of(uri, each)));
    }

    private static Endpoint unused() {
        return Endpoint.tcp("127.0.0.1", ReservedPorts.next());
    }

    private static void bindAgain(MessageSocket second, Endpoint bound) {
        for (int i = 0; i < 200; i++) {
            try {
                assertThat(second.bind(bound)).isEqualTo(bound);
                return;
            } catch (TransportException e) {
                second.receive(SECOND / 100); // the engine closes a listener in the background
            }
        }
        throw new AssertionError("the port stays taken");
    }

    private MessageSocket open(SocketType type, String identity) {
        return open(transport, type, identity);
    }

    private MessageSocket open(Transport engine, SocketType type, String identity) {
        MessageSocket socket = engine.open(type, identity);
        opened.add(socket);
        return socket;
    }

    /** Returns what {@code to} receives while the owner of {@code from} waits, as an owner does. */
    private static Frames request(String text) {
        return Frames.of(Frames.bytes("hub"), new byte[0], Frames.bytes(text));
    }

    private static void sendWhenReachable(MessageSocket from, String text) {
        for (int i = 0; from.send(request(text)) != Delivery.SENT && i < 2000; i++) {
            assertThat(from.receive(SECOND / 100)).isNull();
        }
    }

    private static Frames passed(MessageSocket from, MessageSocket to) {
        Frames frames = passed(from, to, 2000);
        if (frames == null) {
            throw new AssertionError("nothing came");
        }
        return frames;
    }

    /** As {@link #passed}; sends again what a listener that closes in the background may have taken. */
    private static Frames passedAtLast(MessageSocket from, String text, MessageSocket to) {
        for (int i = 0; i < 20; i++) {
            sendWhenReachable(from, text);
            Frames frames = passed(from, to, 100);
            if (frames != null) {
                return frames;
            }
        }
        throw new AssertionError("nothing came");
    }

    private static @Nullable Frames passed(MessageSocket from, MessageSocket to, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(from.receive(SECOND / 100)).isNull();
            Frames frames = to.receive(0);
            if (frames != null) {
                return frames;
            }
        }
        return null;
    }

    private static Frames received(MessageSocket socket) {
        long deadline = System.nanoTime() + TIMEOUT;
        while (System.nanoTime() < deadline) {
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
