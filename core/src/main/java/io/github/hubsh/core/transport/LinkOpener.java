package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.HandshakeLimits;
import io.github.hubsh.core.zmtp.Heartbeat;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens the connections of a {@link ChannelSocket}, one after the other: over TCP, or over a Unix-domain socket. */
final class LinkOpener {
    /** A peer greets at once; if it does not, the next connection may be luckier. */
    private static final long HANDSHAKE_TIMEOUT = TimeUnit.SECONDS.toNanos(2);

    private static final int MAX_IDENTITY_BYTES = 255;
    private static final int MAX_MISSED_HEARTBEATS = 3;

    private static final ZmtpLimits LIMITS = new ZmtpLimits(
            new HandshakeLimits(MAX_IDENTITY_BYTES, HandshakeLimits.DEFAULTS.maxMetadataBytes(), HANDSHAKE_TIMEOUT),
            MessageLimits.DEFAULTS);

    private final LocalSocket self;
    private final SocketSecurity security;
    private final long heartbeatInterval;
    private final ChannelLink.Listener listener;

    // Mutable state, the owner's
    private int receiveBufferBytes; // 0 for the system's own choice

    LinkOpener(
            SocketType type,
            @Nullable String identity,
            SocketSecurity security,
            Duration heartbeatInterval,
            ChannelLink.Listener listener) {
        this.security = security;
        Octets name = identity == null ? Octets.EMPTY : Octets.ofText(identity);
        this.self = new LocalSocket(ConnectionSide.CLIENT, typeOf(type), name);
        this.heartbeatInterval = heartbeatInterval.toNanos();
        this.listener = listener;
    }

    /** Asks the system for buffers of this size from now on; 0 for its own choice. */
    void useReceiveBuffer(int bytes) {
        receiveBufferBytes = bytes;
    }

    /**
     * Begins to connect; the selector tells when to go on.
     *
     * @param careful whether the peer has to greet first
     */
    ChannelLink open(Endpoint endpoint, Selector selector, boolean careful) throws IOException {
        SocketChannel channel =
                endpoint.isIpc() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            channel.configureBlocking(false);
            if (!endpoint.isIpc()) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            if (receiveBufferBytes > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBufferBytes);
            }
            channel.connect(address(endpoint));
            long now = System.nanoTime();
            ZmtpConnection connection = new ZmtpConnection(self, security, LIMITS, now);
            Heartbeat heartbeat = new Heartbeat(heartbeatInterval, MAX_MISSED_HEARTBEATS, now);
            ChannelLink link = new ChannelLink(channel, selector, connection, heartbeat, listener);
            link.begin(careful ? connection.startOfGreeting() : connection.greeting());
            return link;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketAddress address(Endpoint endpoint) {
        if (endpoint.isIpc()) {
            return UnixDomainSocketAddress.of(endpoint.host());
        }
        Endpoint literal = HostNames.resolve(endpoint);
        return new InetSocketAddress(literal.host(), literal.port());
    }

    static ZmtpSocketType typeOf(SocketType type) {
        return switch (type) {
            case DEALER -> ZmtpSocketType.DEALER;
            case ROUTER -> ZmtpSocketType.ROUTER;
            case SUB -> ZmtpSocketType.SUB;
            case PUB -> throw new IllegalArgumentException("a PUB socket binds, and this kind only connects");
        };
    }
}
