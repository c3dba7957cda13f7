package io.github.hubsh.core.transport;

import java.io.IOException;

/** The peer has ended the handshake by an ERROR; the message is its reason. To try again is of no use. */
final class PeerRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    PeerRefusedException(String reason) {
        super(reason);
    }
}
