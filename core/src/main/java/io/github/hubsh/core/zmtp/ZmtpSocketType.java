package io.github.hubsh.core.zmtp;

import java.util.Optional;

/** The socket types of the request-reply and publish-subscribe patterns. The names are those on the wire. */
public enum ZmtpSocketType {
    REQ,
    REP,
    DEALER,
    ROUTER,
    PUB,
    XPUB,
    SUB,
    XSUB;

    /** Returns the type of that name on the wire; empty for those of other patterns too. */
    public static Optional<ZmtpSocketType> named(String name) {
        for (ZmtpSocketType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether the two types may be connected: the table of 37/ZMTP, "The Socket-Type Property". */
    public boolean accepts(ZmtpSocketType peer) {
        return switch (this) {
            case REQ -> peer == REP || peer == ROUTER;
            case REP -> peer == REQ || peer == DEALER;
            case DEALER -> peer == REP || peer == DEALER || peer == ROUTER;
            case ROUTER -> peer == REQ || peer == DEALER || peer == ROUTER;
            case PUB, XPUB -> peer == SUB || peer == XSUB;
            case SUB, XSUB -> peer == PUB || peer == XPUB;
        };
    }

    /** Whether peers subscribe at this socket. */
    public boolean publishes() {
        return this == PUB || this == XPUB;
    }

    /** Whether the identity of this socket means anything to its peers. */
    public boolean hasIdentity() {
        return this == REQ || this == DEALER || this == ROUTER;
    }
}
