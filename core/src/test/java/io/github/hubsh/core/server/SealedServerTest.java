package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.FrameHeader;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sockets with CURVE: what is sealed arrives, its memory counts, and the gate sees the key. */
final class SealedServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Endpoint ANY_PORT = Endpoint.parse("tcp://127.0.0.1:*");
    private static final CurveKeyPair SERVER = CurveKeyPair.generate(new Random(1));
    private static final CurveKeyPair CLIENT = CurveKeyPair.generate(new Random(2));

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<ServerSecurity.RefusedPeer> refused = new CopyOnWriteArrayList<>();
    private final MemoryBudget budget = new MemoryBudget(64 << 20);
    private final ServerLoop loop = ServerLoop.start("sealed-test", budget, failures::add);
    private final List<MessageSocket> sockets = new ArrayList<>();
    private volatile @Nullable String refusal;
    private RouterServer router;

    @BeforeEach
    void bind() {
        loop.secure(new ServerSecurity(SocketSecurity.curveServer(SERVER, new Random(3)), refused::add));
        router = RouterServer.bind(loop, ANY_PORT, Octets.ofText("hub"), ServerLimits.DEFAULTS, new Echo());
    }

    @AfterEach
    void close() {
        sockets.forEach(MessageSocket::close);
        router.close();
        loop.close();
        assertThat(failures).isEmpty();
    }

    /** Answers each message with itself, and asks the gate that a test has set. */
    private final class Echo implements RouterServer.Receiver {
        @Override
        public void received(Octets identity, List<SharedBytes> frames) {
            assertThat(router.key(identity)).isEqualTo(CLIENT.publicKey());
            router.send(identity, frames);
        }

        @Override
        public @Nullable String refusal(Octets identity, @Nullable CurveKey key) {
            return refusal;
        }
    }

    /** As sockets of libzmq do: ten octets, and no word more when they see a mechanism that is not theirs. */
    @Test
    void a_plain_peer_of_libzmq_is_among_the_refused() throws Exception {
        byte[] signature = {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F};
        try (SocketChannel plain = SocketChannel.open(new InetSocketAddress(
                router.endpoint().host(), router.endpoint().port()))) {
            plain.write(ByteBuffer.wrap(signature));
            ByteBuffer greeting = ByteBuffer.allocate(64);
            while (greeting.hasRemaining()) {
                assertThat(plain.read(greeting)).isPositive();
            }
        }
        eventually(() -> !refused.isEmpty(), TIMEOUT);
        assertThat(refused.get(0).reason()).contains("takes CURVE only: it has no keys");
        assertThat(refused.get(0).address()).startsWith("127.0.0.1:");
    }

    @Test
    void messages_of_any_size_come_back_and_their_memory_is_given_back() {
        MessageSocket socket = connect(SERVER.publicKey());
        Random random = new Random(17);
        for (int size : new int[] {0, 1, 255, 256, 600, 4096, 4097, 70_000, 5_000_000}) {
            byte[] body = new byte[size];
            random.nextBytes(body);
            socket.send(Frames.of(new byte[0], body, new byte[3]));
            Frames answer = Objects.requireNonNull(socket.receive(TIMEOUT.toNanos()));
            assertThat(answer.size()).isEqualTo(3);
            assertThat(answer.get(1)).isEqualTo(body);
        }
        eventually(() -> budget.used() == 0, TIMEOUT);
    }

    @Test
    void many_messages_at_once_keep_their_order() {
        MessageSocket socket = connect(SERVER.publicKey());
        for (int i = 0; i < 2_000; i++) {
            socket.send(Frames.of(ByteBuffer.allocate(4).putInt(i).array()));
        }
        for (int i = 0; i < 2_000; i++) {
            Frames answer = Objects.requireNonNull(socket.receive(TIMEOUT.toNanos()));
            assertThat(ByteBuffer.wrap(answer.get(0)).getInt()).isEqualTo(i);
        }
    }

    @Test
    void an_unfinished_frame_counts_as_it_comes_until_its_peer_goes() throws Exception {
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.EMPTY);
        SocketSecurity keys = SocketSecurity.curveClient(SERVER.publicKey(), CLIENT, new Random(4));
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), router.endpoint().port()));
        try (ChannelPeer peer =
                new ChannelPeer(channel, new ZmtpConnection(self, keys, ZmtpLimits.DEFAULTS, System.nanoTime()))) {
            peer.handshake();
            int come = 1 << 20;
            ByteBuffer start = ByteBuffer.allocate(FrameHeader.MAX_BYTES + come);
            FrameHeader.last(32 << 20).writeTo(start);
            start.rewind();
            while (start.hasRemaining()) {
                channel.write(start);
            }
            eventually(() -> budget.used() >= come, TIMEOUT);
            assertThat(budget.used()).isLessThan(4L * come);
        }
        eventually(() -> budget.used() == 0, TIMEOUT);
    }

    @Test
    void the_peer_gets_the_reason_of_the_gate() {
        refusal = "this key is not one of the hub's clients";
        MessageSocket socket = connect(SERVER.publicKey());
        assertThatThrownBy(() -> socket.receive(TIMEOUT.toNanos()))
                .isInstanceOf(TransportException.class)
                .hasMessageEndingWith("refuses the connection: this key is not one of the hub's clients");
        assertThat(refused).isEmpty();
    }

    @Test
    void who_is_not_let_in_any_more_has_to_go() {
        MessageSocket socket = connect(SERVER.publicKey());
        socket.send(Frames.of(new byte[1]));
        assertThat(socket.receive(TIMEOUT.toNanos())).isNotNull();
        refusal = "gone";
        loop.execute(router::recheck);
        assertThatThrownBy(() -> socket.receive(TIMEOUT.toNanos()))
                .hasMessageEndingWith("refuses the connection: gone");
    }

    @Test
    void a_wrong_server_key_is_reported_to_the_owner_of_the_server() {
        MessageSocket socket = connect(CurveKeyPair.generate(new Random(5)).publicKey());
        assertThatThrownBy(() -> socket.receive(TIMEOUT.toNanos()))
                .hasMessageContaining("the client has the wrong server key");
        assertThat(refused).singleElement().satisfies(peer -> {
            assertThat(peer.key()).isNull();
            assertThat(peer.address()).contains("127.0.0.1");
        });
    }

    private MessageSocket connect(CurveKey believed) {
        MessageSocket socket =
                Transport.curve(new CurveClient(believed, CLIENT)).open(SocketType.DEALER, null);
        sockets.add(socket);
        socket.connect(router.endpoint());
        return socket;
    }
}
