package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpException;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What our socket does when its peer hesitates, asks, hangs up or refuses. The peer is the test. */
@Timeout(60)
final class ChannelHandshakeTest {
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private ServerSocketChannel listener;
    private Endpoint endpoint;
    private SocketLoop loop;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("hub");
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        endpoint = Endpoint.ipc(path.toString());
    }

    @AfterEach
    void closeAll() throws IOException {
        loop.close();
        listener.close();
    }

    @Test
    void it_gives_its_identity_and_answers_a_ping() throws Exception {
        start(new ChannelSocket(SocketType.ROUTER, "lab"));
        try (ChannelPeer peer = accept(ZmtpSocketType.ROUTER)) {
            assertThat(peer.handshake()).isEqualTo(new PeerReady(ZmtpSocketType.ROUTER, Octets.ofText("lab")));
            Octets context = Octets.ofText("alive?");
            peer.send(new Ping(10, context));
            assertThat(peer.next()).isEqualTo(new Pong(context));
            peer.send("", "hello");
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("[hub, , hello]");
        }
    }

    @Test
    void it_reaches_a_peer_of_jeromq_over_tcp() throws Exception {
        try (MessageSocket router = Transport.jeroMq().open(SocketType.ROUTER, "hub")) {
            endpoint = router.bind(Endpoint.parse("tcp://localhost:*"));
            ChannelSocket dealer = new ChannelSocket(SocketType.DEALER, "lab");
            start(dealer);
            loop.send(Frames.of(Frames.bytes("question")), delivery -> log.add(delivery.toString()));
            Frames question = null;
            while (question == null) {
                question = router.receive(1_000_000_000L);
            }
            router.send(question);
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("SENT");
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("[question]");
        }
    }

    @Test
    void it_connects_again_when_the_peer_hangs_up_and_subscribes_again() throws Exception {
        ChannelSocket subscriber = new ChannelSocket(SocketType.SUB, null);
        subscriber.subscribe(Frames.bytes("lab"));
        start(subscriber);
        accept(ZmtpSocketType.XPUB).close();
        for (int i = 0; i < 3; i++) {
            try (ChannelPeer peer = accept(ZmtpSocketType.XPUB)) {
                peer.handshake();
                assertThat(peer.next()).isEqualTo(new Subscribe(Octets.ofText("lab")));
            }
        }
    }

    @Test
    void it_leaves_a_peer_that_falls_silent_and_connects_again() throws Exception {
        start(new ChannelSocket(SocketType.ROUTER, "lab", SocketSecurity.NONE, Duration.ofMillis(50)));
        Ping ping = new Ping(0, Octets.EMPTY);
        try (ChannelPeer peer = accept(ZmtpSocketType.ROUTER)) {
            peer.handshake();
            assertThat(peer.next()).isEqualTo(ping);
            peer.send(ping.pong());
            assertThatThrownBy(() -> {
                        while (peer.next().equals(ping)) {
                            // asked again, and silent
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        try (ChannelPeer peer = accept(ZmtpSocketType.ROUTER)) {
            assertThat(peer.handshake().identity()).isEqualTo(Octets.ofText("lab"));
        }
    }

    @Test
    void it_says_why_it_is_refused() throws Exception {
        start(new ChannelSocket(SocketType.ROUTER, "lab"));
        try (ChannelPeer peer = accept(ZmtpSocketType.ROUTER)) {
            assertThat(peer.next()).isInstanceOf(PeerReady.class);
            peer.refuse("the name 'lab' is in use");
            assertThat(log.poll(20, TimeUnit.SECONDS))
                    .endsWith("TransportException: " + endpoint + " refuses the connection: the name 'lab' is in use");
        }
    }

    @Test
    void who_only_asks_hears_at_once_that_something_else_listens_there() throws Exception {
        start(new ChannelSocket(SocketType.DEALER, null));
        try (SocketChannel peer = listener.accept()) {
            peer.write(ByteBuffer.wrap("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(log.poll(20, TimeUnit.SECONDS))
                    .endsWith("TransportException: " + endpoint
                            + " does not speak ZeroMQ's protocol: no ZeroMQ peer: its first octet is 83");
        }
    }

    @Test
    void it_looks_for_another_peer_after_one_of_the_wrong_type() throws Exception {
        start(new ChannelSocket(SocketType.DEALER, "lab"));
        try (ChannelPeer peer = accept(ZmtpSocketType.XPUB)) {
            assertThatThrownBy(peer::next)
                    .isInstanceOf(ZmtpException.class)
                    .hasMessage("a DEALER socket can't be connected to this XPUB");
        }
        try (ChannelPeer peer = accept(ZmtpSocketType.ROUTER)) {
            assertThat(peer.handshake().type()).isEqualTo(ZmtpSocketType.DEALER);
        }
    }

    private void start(ChannelSocket socket) {
        socket.connect(endpoint);
        loop = new SocketLoop(
                        "test-ipc",
                        socket,
                        frames -> log.add(frames.parts().stream()
                                .map(String::new)
                                .toList()
                                .toString()),
                        failure -> log.add(failure.toString()))
                .start();
    }

    private ChannelPeer accept(ZmtpSocketType type) throws IOException {
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, type, Octets.ofText("hub"));
        return new ChannelPeer(listener.accept(), new ZmtpConnection(self, ZmtpLimits.DEFAULTS, System.nanoTime()));
    }
}
