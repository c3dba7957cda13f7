package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.CurveKey;
import org.jspecify.annotations.Nullable;

/**
 * The peer has described itself. A server now calls {@link ZmtpConnection#accept} or {@link ZmtpConnection#refuse}; a
 * client is connected.
 *
 * @param identity its routing identity; empty if it has none, or is of a type whose identity means nothing
 * @param key the public key that the peer has proved to own; {@code null} without CURVE
 */
public record PeerReady(
        ZmtpSocketType type, Octets identity, @Nullable CurveKey key) implements ZmtpEvent {
    /** A peer without a key. */
    public PeerReady(ZmtpSocketType type, Octets identity) {
        this(type, identity, null);
    }

    PeerReady withKey(CurveKey owned) {
        return new PeerReady(type, identity, owned);
    }
}
