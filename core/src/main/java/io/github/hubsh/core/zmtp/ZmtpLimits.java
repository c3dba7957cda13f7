package io.github.hubsh.core.zmtp;

/** All that a peer can make a connection hold or wait for. */
public record ZmtpLimits(HandshakeLimits handshake, MessageLimits messages) {
    public static final ZmtpLimits DEFAULTS = new ZmtpLimits(HandshakeLimits.DEFAULTS, MessageLimits.DEFAULTS);
}
