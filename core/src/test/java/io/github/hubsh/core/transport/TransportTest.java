package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of a transport, as every engine behind it must keep it. */
final class TransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long TIMEOUT = 20 * SECOND;

    private final Transport transport = Transport.shared();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tcp://127.0.0.1:*", "tcp://localhost:0", "tcp://[::1]:*", "tcp://*:*", "inproc://transport-test"
            })
    void a_request_and_its_reply_cross(String uri) {
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        Endpoint bound = hub.bind(Endpoint.parse(uri));
        MessageSocket plugin = open(SocketType.DEALER, "plugin");
        plugin.connect(bound.isWildcard() ? Endpoint.tcp("127.0.0.1", bound.port()) : bound);

        plugin.send(Frames.of(new byte[0], Frames.bytes("question")));
        Frames question = received(hub);
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
        assertThat(hub.send(Frames.of(Frames.bytes("nobody"), new byte[0]))).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void receiving_ends_when_the_time_is_up() {
        MessageSocket hub = open(SocketType.ROUTER, "hub");
        hub.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        assertThat(hub.receive(SECOND / 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROUTER", "SUB"})
    void another_thread_wakes_the_owner_that_waits_for_ever(String type) throws InterruptedException {
        MessageSocket socket = open(SocketType.valueOf(type), null);
        BlockingQueue<String> log = new LinkedBlockingQueue<>();
        SocketLoop loop = new SocketLoop("woken", socket, frames -> {}, failure -> log.add(failure.toString())).start();
        opened.add(0, loop);
        for (int i = 0; i < 1000; i++) {
            String task = "task " + i;
            loop.post(() -> log.add(task));
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo(task);
        }
    }

    @Test
    void a_subscriber_gets_what_it_subscribed_to() throws InterruptedException {
        MessageSocket publisher = open(SocketType.PUB, null);
        Endpoint bound = publisher.bind(Endpoint.parse("tcp://127.0.0.1:*"));
        MessageSocket subscriber = open(SocketType.SUB, null);
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
        MessageSocket second = open(SocketType.ROUTER, "hub");
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
        MessageSocket socket = transport.open(type, identity);
        opened.add(socket);
        return socket;
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
