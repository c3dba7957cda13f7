package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ROUTER on the event loop, with peers of JeroMQ and peers on plain TCP. */
abstract class RouterServerContract extends RouterPeersContract {
    RouterServerContract(ServerChannels channels) {
        super(channels);
    }

    @Override
    String anywhere() {
        return "tcp://127.0.0.1:*";
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

    /** A loop that was held up for a moment has forgotten that several peers send: then it is asked once more. */
    @Test
    void a_flood_of_one_peer_lets_the_others_have_their_turns() throws Exception {
        int best = Integer.MAX_VALUE;
        for (int tries = 0; tries < 20 && best >= 2 * ReadTurns.MAX_MESSAGES; tries++) {
            List<String> flooded = orderOfFlood(200);
            best = Math.min(best, Math.max(flooded.indexOf("asking"), flooded.indexOf("asked")));
        }
        assertThat(best).isLessThan(2 * ReadTurns.MAX_MESSAGES);
    }

    /** Returns whose messages came in which order, when one has sent so many and two have sent one behind them. */
    private List<String> orderOfFlood(int messages) throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch written = new CountDownLatch(1);
        RouterServer router = open(RouterServer.bind(
                loop, Endpoint.parse(anywhere()), Octets.ofText("hub"), ServerLimits.DEFAULTS, (identity, frames) -> {
                    order.add(identity.toString());
                    if (order.size() == 3) {
                        awaitWritten(written); // what comes meanwhile is there when the loop goes on
                    }
                }));
        byte[] text = new byte[200];
        List<ZmtpPeer> peers = new ArrayList<>();
        for (String name : List.of("flood", "asking", "asked")) {
            peers.add(open(ZmtpPeer.handshake(router.endpoint().toString(), "DEALER", name)));
        }
        for (ZmtpPeer peer : peers) {
            peer.writeFrame(text);
        }
        for (int i = 0; i < messages; i++) {
            peers.get(0).writeFrame(text);
        }
        peers.get(1).writeFrame(text);
        peers.get(2).writeFrame(text);
        written.countDown();

        eventually(order::toString, () -> order.size() == 3 + messages + 2, TIMEOUT);
        return order.subList(3, order.size());
    }

    private static void awaitWritten(CountDownLatch written) {
        try {
            assertThat(written.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
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
}
