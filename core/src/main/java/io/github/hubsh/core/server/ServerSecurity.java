package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a loop have to be secured by, those in this process excepted.
 *
 * @param mechanism of the sockets
 * @param refusals hears of each peer whose keys or mechanism do not fit, so that no gate is asked; on the loop
 */
public record ServerSecurity(SocketSecurity mechanism, Consumer<RefusedPeer> refusals) {
    /** Any peer may come. */
    public static final ServerSecurity NONE = new ServerSecurity(SocketSecurity.NONE, refused -> {});

    /** A peer was turned away: its key is {@code null} before it has proved to own one. */
    void refused(@Nullable SocketAddress address, Octets identity, @Nullable CurveKey key, String reason) {
        String from = String.valueOf(address);
        boolean unnamed = address instanceof InetSocketAddress && from.startsWith("/");
        refusals.accept(new RefusedPeer(unnamed ? from.substring(1) : from, identity, key, reason));
    }

    /** A peer has hung up, perhaps because it does not speak as we do. */
    void left(@Nullable SocketAddress address, ZmtpConnection connection) {
        String reason = connection.departure();
        if (reason != null) {
            refused(address, Octets.EMPTY, null, reason);
        }
    }

    /**
     * A peer that was turned away in the handshake.
     *
     * @param address where it came from
     * @param identity empty if it has none, or is not known yet
     * @param key {@code null} before it has proved to own one
     */
    public record RefusedPeer(
            String address, Octets identity, @Nullable CurveKey key, String reason) {}
}
