package io.github.hubsh.core.zmtp;

/**
 * What a connection says of our own side.
 *
 * @param identity the routing identity, at most 255 octets, the first of them not zero; empty for none
 */
public record LocalSocket(ConnectionSide side, ZmtpSocketType type, Octets identity) {
    private static final int MAX_IDENTITY_BYTES = 255;

    public LocalSocket {
        if (identity.size() > MAX_IDENTITY_BYTES) {
            throw new IllegalArgumentException("an identity has at most 255 bytes, this one has " + identity.size());
        }
        if (!identity.isEmpty() && identity.get(0) == 0) {
            throw new IllegalArgumentException("an identity does not begin with a zero byte");
        }
    }

    public boolean isServer() {
        return side == ConnectionSide.SERVER;
    }
}
