package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Our connections talk to real sockets of JeroMQ, over TCP, on plain channels. */
@Timeout(60)
final class JeroMqPeersTest {
    private final ZContext context = new ZContext();
    private ServerSocketChannel listener;

    @BeforeEach
    void listen() throws IOException {
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void closeAll() throws IOException {
        listener.close();
        context.close();
    }

    @Test
    void our_dealer_asks_their_router() throws Exception {
        ZMQ.Socket router = context.createSocket(SocketType.ROUTER);
        int port = router.bindToRandomPort("tcp://127.0.0.1");
        try (ChannelPeer dealer = ChannelPeer.connect(loopback(port), Sides.client(ZmtpSocketType.DEALER))) {
            assertThat(dealer.handshake().type()).isEqualTo(ZmtpSocketType.ROUTER);
            String large = "x".repeat(100_000);
            dealer.send("", "question", large);
            assertThat(router.recvStr()).isEqualTo("lab");
            assertThat(router.recvStr()).isEmpty();
            assertThat(router.recvStr()).isEqualTo("question");
            assertThat(router.recvStr()).isEqualTo(large);
            router.sendMore("lab");
            router.sendMore(large);
            router.send("answer");
            assertThat(dealer.nextMessage()).containsExactly(large, "answer");
            Octets context = Octets.ofText("alive?");
            dealer.send(new Ping(0, context));
            assertThat(dealer.next()).isEqualTo(new Pong(context));
        }
    }

    @Test
    void our_sub_hears_what_it_wants_of_their_xpub() throws Exception {
        ZMQ.Socket publisher = context.createSocket(SocketType.XPUB);
        int port = publisher.bindToRandomPort("tcp://127.0.0.1");
        try (ChannelPeer subscriber = ChannelPeer.connect(loopback(port), Sides.client(ZmtpSocketType.SUB))) {
            assertThat(subscriber.handshake().type()).isEqualTo(ZmtpSocketType.XPUB);
            subscriber.send(new Subscribe(Octets.ofText("lab")));
            assertThat(publisher.recvStr()).isEqualTo("\1lab");
            publisher.send("other");
            publisher.send("lab one");
            assertThat(subscriber.nextMessage()).containsExactly("lab one");
            subscriber.send(new Cancel(Octets.ofText("lab")));
            assertThat(publisher.recvStr()).isEqualTo("\0lab");
        }
    }

    @Test
    void their_dealer_asks_our_router() throws Exception {
        ZMQ.Socket dealer = connected(SocketType.DEALER, "p1");
        dealer.sendMore("");
        dealer.send("question");
        try (ChannelPeer router = accepted(ZmtpSocketType.ROUTER)) {
            assertThat(router.nextMessage()).containsExactly("", "question");
            router.send("", "answer");
            assertThat(dealer.recvStr()).isEmpty();
            assertThat(dealer.recvStr()).isEqualTo("answer");
        }
    }

    @Test
    void their_sub_subscribes_at_our_xpub() throws Exception {
        ZMQ.Socket subscriber = connected(SocketType.SUB, "");
        subscriber.subscribe("lab");
        try (ChannelPeer publisher = accepted(ZmtpSocketType.XPUB)) {
            // If it had to connect twice, JeroMQ subscribes again in its next call, and not before.
            assertThat(subscriber.recvStr(ZMQ.DONTWAIT)).isNull();
            assertThat(publisher.next()).isEqualTo(new Subscribe(Octets.ofText("lab")));
            publisher.send("lab", "hub", "one");
            assertThat(subscriber.recvStr()).isEqualTo("lab");
            assertThat(subscriber.recvStr()).isEqualTo("hub");
            assertThat(subscriber.recvStr()).isEqualTo("one");
            subscriber.unsubscribe("lab");
            assertThat(publisher.next()).isEqualTo(new Cancel(Octets.ofText("lab")));
        }
    }

    @Test
    void their_dealer_comes_back_when_it_is_turned_away_without_a_word() throws Exception {
        ZMQ.Socket dealer = connected(SocketType.DEALER, "p1");
        listener.accept().close();
        dealer.send("question");
        try (ChannelPeer router = accepted(ZmtpSocketType.ROUTER)) {
            assertThat(router.nextMessage()).containsExactly("question");
        }
    }

    private ZMQ.Socket connected(SocketType type, String identity) throws IOException {
        ZMQ.Socket socket = context.createSocket(type);
        if (!identity.isEmpty()) {
            socket.setIdentity(identity.getBytes(StandardCharsets.UTF_8));
        }
        // In a share of all connects JeroMQ 0.6.0 never sends its greeting; then it has to try again soon.
        socket.setHandshakeIvl(300);
        socket.setReconnectIVL(10);
        socket.connect("tcp://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort());
        return socket;
    }

    private ChannelPeer accepted(ZmtpSocketType type) throws Exception {
        Octets identity = type == ZmtpSocketType.ROUTER ? Octets.ofText("p1") : Octets.EMPTY;
        while (true) {
            try {
                ChannelPeer peer = new ChannelPeer(listener.accept(), Sides.server(type));
                assertThat(peer.handshake().identity()).isEqualTo(identity);
                return peer;
            } catch (EOFException | SocketException e) {
                // JeroMQ has hung up, and comes again
            }
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
