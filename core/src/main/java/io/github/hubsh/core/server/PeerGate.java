package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.zmtp.Octets;
import org.jspecify.annotations.Nullable;

/** Decides which peers a socket lets in, and which of them it keeps. On the loop; it does not block. */
public interface PeerGate {
    /** Lets every peer in. */
    PeerGate OPEN = (identity, key) -> null;

    /**
     * Returns why the peer is turned away, as it reads it: up to 255 characters of ASCII; {@code null} lets it in.
     *
     * @param identity empty if the peer brings none
     * @param key that the peer has proved to own; {@code null} without CURVE
     */
    @Nullable
    String refusal(Octets identity, @Nullable CurveKey key);
}
