package io.github.hubsh.core.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How far a link reads ahead. The peer is the test. */
@Timeout(60)
final class ChannelLinkTest {
    private static final int ROOM = 2;

    private final List<String> taken = new ArrayList<>();

    @Test
    void what_its_listener_has_no_room_for_waits_in_the_link(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("hub");
        try (Selector selector = Selector.open();
                ServerSocketChannel listener =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path))) {
            LinkOpener opener =
                    new LinkOpener(SocketType.SUB, null, SocketSecurity.NONE, Duration.ofMinutes(1), new Listener());
            ChannelLink link = opener.open(Endpoint.ipc(path.toString()), selector, false);
            try (ChannelPeer peer = accepted(listener)) {
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendFive(peer));
                turnUntil(link, selector, () -> sent.isDone() && taken.size() == ROOM);
                sent.get(20, TimeUnit.SECONDS);
                link.turn();
                assertThat(taken).containsExactly("1", "2");
                assertThat(link.hasInput()).isFalse();

                taken.clear();
                turnUntil(link, selector, () -> taken.size() == ROOM);
                assertThat(taken).containsExactly("3", "4");

                taken.clear();
                turnUntil(link, selector, () -> !taken.isEmpty());
                assertThat(taken).containsExactly("5");
                assertThat(link.hasInput()).isFalse();
            } finally {
                link.close();
            }
        }
    }

    private static ChannelPeer accepted(ServerSocketChannel listener) throws Exception {
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.XPUB, Octets.EMPTY);
        return new ChannelPeer(listener.accept(), new ZmtpConnection(self, ZmtpLimits.DEFAULTS, System.nanoTime()));
    }

    private static void sendFive(ChannelPeer peer) {
        try {
            peer.handshake();
            for (int i = 1; i <= 5; i++) {
                peer.send(String.valueOf(i));
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void turnUntil(ChannelLink link, Selector selector, BooleanSupplier done) throws Exception {
        while (!done.getAsBoolean()) {
            selector.select(link.hasInput() ? 1 : 20);
            selector.selectedKeys().clear();
            link.turn();
        }
    }

    private final class Listener implements ChannelLink.Listener {
        @Override
        public void ready(ChannelLink link, PeerReady peer) {}

        @Override
        public void received(List<byte[]> message) {
            taken.add(new String(message.get(0), UTF_8));
        }

        @Override
        public boolean isFull() {
            return taken.size() >= ROOM;
        }
    }
}
