package io.github.hubsh.core.zmtp;

/** Connections as the tests need them. */
final class Sides {
    private Sides() {}

    static ZmtpConnection server(ZmtpSocketType type) {
        return connection(ConnectionSide.SERVER, type, "hub", ZmtpLimits.DEFAULTS);
    }

    static ZmtpConnection client(ZmtpSocketType type) {
        return connection(ConnectionSide.CLIENT, type, "lab", ZmtpLimits.DEFAULTS);
    }

    static ZmtpConnection connection(ConnectionSide side, ZmtpSocketType type, String identity, ZmtpLimits limits) {
        return new ZmtpConnection(new LocalSocket(side, type, Octets.ofText(identity)), limits, 0);
    }
}
