package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpException;
import org.jspecify.annotations.Nullable;

/**
 * What the ends of a socket's handshakes say about its peer: whether it is of use to connect again, and if not, why. A
 * peer on libzmq hangs up without an ERROR when it has another security mechanism or another key. One such end may be a
 * hub that is about to stop; two in a row are an answer.
 */
final class HandshakeFailures {
    /** What libzmq says instead of a reason: the status of its handler of ZAP. */
    private static final String DENIED = "400";

    private final boolean keys;

    // Mutable state, the owner's
    private int silentEnds;
    private boolean careful;

    /** @param keys whether the socket speaks CURVE, and is the first that a hub hears of its owner's keys by */
    HandshakeFailures(boolean keys) {
        this.keys = keys;
    }

    /** Whether the peer is to greet first, so that it says which mechanism it has. */
    boolean isCareful() {
        return careful;
    }

    /** A handshake has succeeded. */
    void succeeded() {
        silentEnds = 0;
        careful = false;
    }

    /**
     * A connection has ended.
     *
     * @param state how far it had come
     * @return why it is of no use to connect again; {@code null} if it is
     */
    @Nullable
    String ended(ZmtpConnection.State state, Exception reason) {
        if (reason instanceof PeerRefusedException) {
            String text = String.valueOf(reason.getMessage());
            return "refuses the connection: "
                    + (text.equals(DENIED) ? "it does not allow this key (" + text + ")" : text);
        }
        if (reason instanceof ZmtpException broken) {
            return broken.concernsSecurity() ? "cannot be talked to: " + broken.getMessage() : null;
        }
        careful |= state == ZmtpConnection.State.GREETING;
        if (!keys || state != ZmtpConnection.State.HANDSHAKE || ++silentEnds < 2) {
            return null;
        }
        return "hangs up on the CURVE handshake, as hubs do whose key is not the server key of this client";
    }
}
