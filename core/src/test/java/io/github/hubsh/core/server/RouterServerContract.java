package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.zmtp.HandshakeLimits;
import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ROUTER on the event loop, with peers of JeroMQ and peers on plain TCP. */
abstract class RouterServerContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop;
    private final BlockingQueue<List<String>> received = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    RouterServerContract(ServerChannels channels) {
        loop = ServerLoop.start("router-test", channels, new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        loop.close();
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "tcp://localhost:0", "tcp://[::1]:*", "tcp://*:*"})
    void a_request_and_its_reply_cross(String uri) throws InterruptedException {
        RouterServer router = bind(uri, ServerLimits.DEFAULTS);
        RawPeer peer = open(RawPeer.command(
                "tcp://" + (uri.contains("[") ? "[::1]" : "127.0.0.1") + ":"
                        + router.endpoint().port(),
                "plugin".getBytes(UTF_8)));
        peer.send("question");

        assertThat(next()).containsExactly("plugin", "", "question");
        assertThat(send(router, "plugin", "", "answer")).isEqualTo(Delivery.SENT);
        assertThat(peer.receive(TIMEOUT)).asString().isEqualTo("answer");
    }

    @Test
    void a_libzmq_peer_reaches_a_unix_domain_socket(@TempDir Path folder) throws Exception {
        Requires.python();
        Path path = folder.resolve("hub");
        // What a process that was killed leaves behind is no obstacle.
        try (ServerSocketChannel abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            abandoned.bind(UnixDomainSocketAddress.of(path));
        }
        RouterServer router = bind(Endpoint.ipc(path.toString()), ServerLimits.DEFAULTS);
        assertThatThrownBy(() -> bind(router.endpoint(), ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in use");

        PythonPeer peer = open(PythonPeer.start("dealer.py", router.endpoint().toString(), "plugin", "question"));
        assertThat(next()).containsExactly("plugin", "", "question");
        send(router, "plugin", "", "answer");
        assertThat(peer.next(TIMEOUT).path("text").asText()).isEqualTo("answer");

        router.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void a_file_that_is_no_socket_is_not_removed(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("precious"), "text");
        assertThatThrownBy(() -> bind(Endpoint.ipc(path.toString()), ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("no socket");
        assertThat(path).hasContent("text");
    }

    @Test
    void a_peer_without_an_identity_is_given_one() throws InterruptedException {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        RawPeer first = open(RawPeer.query(router.endpoint().toString()));
        RawPeer second = open(RawPeer.query(router.endpoint().toString()));
        first.send("one");
        String firstName = next().get(0);
        second.send("two");
        assertThat(next().get(0)).isNotEqualTo(firstName);
        send(router, firstName, "", "for one");
        assertThat(first.receive(TIMEOUT)).asString().isEqualTo("for one");
    }

    @Test
    void peers_of_one_identity_are_apart_where_identities_do_not_count() throws InterruptedException {
        RouterServer router = open(RouterServer.bind(
                loop,
                Endpoint.parse("tcp://127.0.0.1:*"),
                Octets.ofText("hub"),
                ServerLimits.DEFAULTS,
                new RouterServer.Receiver() {
                    @Override
                    public void received(Octets identity, List<SharedBytes> frames) {
                        received.add(List.of(new String(identity.toArray(), ISO_8859_1)));
                    }

                    @Override
                    public boolean knowsPeersByIdentity() {
                        return false;
                    }
                }));
        Set<String> identities = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            RawPeer peer = open(RawPeer.command(router.endpoint().toString(), "same".getBytes(UTF_8)));
            peer.send("hello");
            identities.addAll(next());
        }
        assertThat(identities).hasSize(3).doesNotContain("same");
    }

    @Test
    void an_identity_that_no_peer_has_is_unreachable() {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        assertThat(send(router, "absent", "", "text")).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void a_peer_that_has_gone_is_unreachable() throws InterruptedException {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        RawPeer peer = RawPeer.command(router.endpoint().toString(), "plugin".getBytes(UTF_8));
        peer.send("hello");
        next();
        peer.close();
        eventually(() -> send(router, "plugin", "x") == Delivery.UNREACHABLE, TIMEOUT);
    }

    @Test
    void large_messages_cross_whole_among_small_ones() throws InterruptedException {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        RawPeer peer = open(RawPeer.command(router.endpoint().toString(), "plugin".getBytes(UTF_8)));
        Random random = new Random(4711);
        List<String> texts = new ArrayList<>();
        for (int size : new int[] {0, 1, 255, 256, 8191, 8192, 65_535, 65_536, 3_000_000}) {
            texts.add(random.ints(size, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        texts.forEach(peer::send);
        for (String text : texts) {
            assertThat(next().get(2)).isEqualTo(text);
            send(router, "plugin", "", text);
        }
        for (String text : texts) {
            assertThat(new String(peer.receive(TIMEOUT), UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void a_second_peer_of_a_name_waits_until_the_first_is_gone() throws Exception {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        byte[] name = "twin".getBytes(UTF_8);
        RawPeer first = RawPeer.command(router.endpoint().toString(), name);
        first.send("first");
        assertThat(next().get(2)).isEqualTo("first");

        RawPeer second = open(RawPeer.command(router.endpoint().toString(), name));
        second.send("second");
        first.send("first again");
        assertThat(next().get(2)).isEqualTo("first again");
        first.close();
        assertThat(next().get(2)).isEqualTo("second");
        send(router, "twin", "", "for the second");
        assertThat(second.receive(TIMEOUT)).asString().isEqualTo("for the second");
    }

    @Test
    void the_owner_learns_who_connects_and_whose_connection_ends() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        RouterServer router = open(RouterServer.bind(
                loop,
                Endpoint.parse("tcp://127.0.0.1:*"),
                Octets.ofText("hub"),
                ServerLimits.DEFAULTS,
                noting(events)));
        RawPeer first = RawPeer.command(router.endpoint().toString(), "twin".getBytes(UTF_8));
        first.send("first");
        eventually(events::toString, () -> events.size() == 2, TIMEOUT);
        RawPeer second = open(RawPeer.command(router.endpoint().toString(), "twin".getBytes(UTF_8)));
        second.send("second");
        eventually(events::toString, () -> events.contains("refused"), TIMEOUT);
        first.close();
        eventually(events::toString, () -> events.contains("second"), TIMEOUT);
        events.removeIf("refused"::equals);
        router.close();
        eventually(events::toString, () -> events.size() == 6, TIMEOUT);
        assertThat(events).containsExactly("connected", "first", "ended", "connected", "second", "ended");
    }

    private static RouterServer.Receiver noting(List<String> events) {
        return new RouterServer.Receiver() {
            @Override
            public void received(Octets identity, List<SharedBytes> frames) {
                events.add(new String(frames.get(1).toArray(), UTF_8));
            }

            @Override
            public void connected(Octets identity) {
                events.add("connected");
            }

            @Override
            public void refused(Octets identity) {
                events.add("refused");
            }

            @Override
            public void ended(Octets identity) {
                events.add("ended");
            }
        };
    }

    @Test
    void a_name_is_free_at_once_for_a_peer_that_comes_back() throws InterruptedException {
        RouterServer router = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS);
        for (int i = 0; i < 30; i++) {
            try (RawPeer peer = RawPeer.command(router.endpoint().toString(), "back".getBytes(UTF_8))) {
                peer.send("turn " + i);
                assertThat(next().get(2)).isEqualTo("turn " + i);
            }
        }
    }

    @Test
    void a_peer_that_does_not_read_is_full_and_others_are_served() throws Exception {
        ServerLimits limits = new ServerLimits(ZmtpLimits.DEFAULTS, 100_000, 10, 10);
        RouterServer router = bind("tcp://127.0.0.1:*", limits);
        ZmtpPeer deaf = open(ZmtpPeer.handshake(router.endpoint().toString(), "DEALER", "deaf"));
        deaf.writeFrame("hello".getBytes(UTF_8));
        next();
        String text = "x".repeat(50_000);
        eventually(() -> send(router, "deaf", text) == Delivery.FULL, TIMEOUT);

        RawPeer peer = open(RawPeer.command(router.endpoint().toString(), "good".getBytes(UTF_8)));
        peer.send("hello");
        next();
        assertThat(send(router, "good", "", "answer")).isEqualTo(Delivery.SENT);
        assertThat(peer.receive(TIMEOUT)).asString().isEqualTo("answer");
    }

    @Test
    void a_peer_that_breaks_the_protocol_is_hung_up_on() throws IOException {
        String uri = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS).endpoint().toString();
        ZmtpPeer random = open(ZmtpPeer.connect(uri));
        random.write("GET / HTTP/1.1\r\n\r\n".repeat(10).getBytes(UTF_8));
        random.readUntilHungUp();
        ZmtpPeer giant = open(ZmtpPeer.handshake(uri, "DEALER", "giant"));
        giant.announce(1L << 40);
        assertThat(giant.readUntilHungUp()).isEmpty();
        ZmtpPeer nameless = open(ZmtpPeer.greet(uri));
        nameless.write(new byte[] {4, 1, 0});
        assertThat(new String(nameless.readUntilHungUp(), UTF_8)).contains("ERROR");
    }

    @Test
    void a_handshake_that_never_ends_is_hung_up_on() throws IOException {
        HandshakeLimits handshake = new HandshakeLimits(255, 1000, TimeUnit.MILLISECONDS.toNanos(50));
        ServerLimits limits = new ServerLimits(new ZmtpLimits(handshake, MessageLimits.DEFAULTS), 1000, 1, 1);
        String uri = bind("tcp://127.0.0.1:*", limits).endpoint().toString();
        open(ZmtpPeer.connect(uri)).readUntilHungUp();
        open(ZmtpPeer.greet(uri)).readUntilHungUp();
    }

    @Test
    void an_address_that_cannot_be_used_is_an_error_that_says_why() {
        Endpoint bound = bind("tcp://127.0.0.1:*", ServerLimits.DEFAULTS).endpoint();
        assertThatThrownBy(() -> bind(bound.toString(), ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in use");
        assertThatThrownBy(() -> bind("tcp://no.such.host.invalid:0", ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("unknown host");
        assertThatThrownBy(() -> bind("ipc:///no/such/folder/hub", ServerLimits.DEFAULTS))
                .isInstanceOf(TransportException.class)
                .hasMessage("cannot bind to ipc:///no/such/folder/hub: No such file or directory");
    }

    @Test
    void a_closed_socket_frees_its_port_and_hangs_up() throws Exception {
        RouterServer router = RouterServer.bind(
                loop,
                Endpoint.parse("tcp://127.0.0.1:*"),
                Octets.ofText("hub"),
                ServerLimits.DEFAULTS,
                (identity, frames) -> {});
        ZmtpPeer halfOpen = open(ZmtpPeer.greet(router.endpoint().toString()));
        router.close();
        halfOpen.readUntilHungUp();
        assertThat(bind(router.endpoint().toString(), ServerLimits.DEFAULTS).endpoint())
                .isEqualTo(router.endpoint());
    }

    @Test
    void a_receiver_that_throws_ends_neither_the_loop_nor_the_connection() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        RouterServer router = open(RouterServer.bind(
                loop,
                Endpoint.parse("tcp://127.0.0.1:*"),
                Octets.ofText("hub"),
                ServerLimits.DEFAULTS,
                (identity, frames) -> {
                    if (seen.isEmpty()) {
                        seen.add("first");
                        throw new OutOfMemoryError("not really");
                    }
                    received.add(List.of("second"));
                }));
        RawPeer peer = open(RawPeer.query(router.endpoint().toString()));
        peer.send("one");
        peer.send("two");
        assertThat(next()).containsExactly("second");
        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
        failures.clear();
    }

    private RouterServer bind(String uri, ServerLimits limits) {
        return bind(Endpoint.parse(uri), limits);
    }

    private RouterServer bind(Endpoint endpoint, ServerLimits limits) {
        return open(RouterServer.bind(loop, endpoint, Octets.ofText("hub"), limits, (identity, frames) -> {
            List<String> texts = new ArrayList<>();
            texts.add(new String(identity.toArray(), UTF_8));
            frames.forEach(frame -> texts.add(new String(frame.toArray(), UTF_8)));
            received.add(texts);
        }));
    }

    private Delivery send(RouterServer router, String identity, String... frames) {
        List<SharedBytes> bytes = new ArrayList<>();
        for (String frame : frames) {
            bytes.add(SharedBytes.of(frame.getBytes(UTF_8)));
        }
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        loop.execute(() -> delivery.complete(router.send(Octets.ofText(identity), bytes)));
        return delivery.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private List<String> next() throws InterruptedException {
        List<String> message = received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).as("nothing came").isNotNull();
        return message;
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }
}
