package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
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
        refusals.accept(new RefusedPeer(String.valueOf(address), identity, key, reason));
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
