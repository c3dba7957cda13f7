package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A peer without messages in either direction. */
final class IdlePeerTest {
    private static final int ANSWERS = 2;

    private static final long IDLE_TIMEOUT = TimeUnit.SECONDS.toNanos(2);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop = ServerLoop.start(
            "idle-peer-test", ServerChannels.best(), new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void close() {
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_ping_that_was_just_written_is_nothing_that_the_peer_does_not_read() throws Exception {
        try (RouterServer router = RouterServer.bind(
                        loop,
                        Endpoint.parse("tcp://127.0.0.1:*"),
                        Octets.ofText("hub"),
                        ServerLimits.DEFAULTS.withIdleTimeout(IDLE_TIMEOUT),
                        receiver());
                ChannelPeer idle = connect(router)) {
            idle.handshake();
            // A loop that was busy for so long sends a PING and looks for what waits at one time.
            loop.execute(() -> LockSupport.parkNanos(IDLE_TIMEOUT * 2));
            for (int i = 0; i < ANSWERS; i++) {
                idle.send(((Ping) idle.next()).pong());
            }
            assertThat(loop.disconnected()).isZero();
            assertThat(ended).isFalse();
        }
    }

    private RouterServer.Receiver receiver() {
        return new RouterServer.Receiver() {
            @Override
            public void received(Octets identity, List<SharedBytes> frames) {}

            @Override
            public void ended(Octets identity) {
                ended.set(true);
            }
        };
    }

    private static ChannelPeer connect(RouterServer router) throws IOException {
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.ofText("idle"));
        return ChannelPeer.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), router.endpoint().port()),
                new ZmtpConnection(self, ZmtpLimits.DEFAULTS, System.nanoTime()));
    }
}
