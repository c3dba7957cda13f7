package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second peer of a name that comes again as soon as it is refused. */
final class SecondPeerTest {
    /** Longer than the first peer may take to answer. */
    private static final long SOME_TIMEOUTS = TimeUnit.MILLISECONDS.toNanos(900);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop = ServerLoop.start(
            "second-peer-test", ServerChannels.best(), new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void close() {
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void the_time_to_answer_for_one_second_peer_does_not_end_while_the_first_is_asked_for_the_next() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (RouterServer router = RouterServer.bind(
                        loop,
                        Endpoint.parse("tcp://127.0.0.1:*"),
                        Octets.ofText("hub"),
                        ServerLimits.DEFAULTS,
                        receiver());
                ChannelPeer first = connect(router)) {
            first.handshake();
            Thread answering = new Thread(() -> answerPings(first));
            answering.setDaemon(true);
            answering.start();
            loop.schedule(() -> over.set(true), SOME_TIMEOUTS);
            while (!over.get()) {
                try (ChannelPeer second = connect(router)) {
                    assertThatThrownBy(second::handshake).isInstanceOf(IOException.class);
                }
            }
            assertThat(ended).isFalse();
        }
    }

    private static void answerPings(ChannelPeer peer) {
        try {
            while (true) {
                peer.send(((Ping) peer.next()).pong());
            }
        } catch (IOException | ZmtpException over) {
            // The connection is closed.
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
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.ofText("twin"));
        return ChannelPeer.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), router.endpoint().port()),
                new ZmtpConnection(self, ZmtpLimits.DEFAULTS, System.nanoTime()));
    }
}
