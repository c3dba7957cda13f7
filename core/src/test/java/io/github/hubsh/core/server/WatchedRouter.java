package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.transport.Endpoint;
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

/** A router on a loop of its own, for tests of peers that send no messages; it notes whether one has ended. */
final class WatchedRouter implements AutoCloseable {
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop;
    private final RouterServer router;

    // Mutable state
    private volatile boolean ended;

    WatchedRouter(String thread, ServerLimits limits) {
        loop = ServerLoop.start(
                thread, ServerChannels.best(), new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
        router = RouterServer.bind(
                loop, Endpoint.parse("tcp://127.0.0.1:*"), Octets.ofText("hub"), limits, new Receiver());
    }

    ServerLoop loop() {
        return loop;
    }

    /** Returns whether a peer that was connected is gone. */
    boolean hasEnded() {
        return ended;
    }

    /** Connects a peer of that name, which has its handshake before it. */
    ChannelPeer connect(String name) throws IOException {
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.ofText(name));
        return ChannelPeer.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), router.endpoint().port()),
                new ZmtpConnection(self, ZmtpLimits.DEFAULTS, System.nanoTime()));
    }

    @Override
    public void close() {
        router.close();
        loop.close();
        assertThat(failures).isEmpty();
    }

    private final class Receiver implements RouterServer.Receiver {
        @Override
        public void received(Octets identity, List<SharedBytes> frames) {}

        @Override
        public void ended(Octets identity) {
            ended = true;
        }
    }
}
