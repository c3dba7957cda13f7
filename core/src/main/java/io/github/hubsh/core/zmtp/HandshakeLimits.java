package io.github.hubsh.core.zmtp;

import java.util.concurrent.TimeUnit;

/**
 * What a peer may do before it is connected.
 *
 * @param maxIdentityBytes bytes of its identity; the protocol allows 255
 * @param maxMetadataBytes bytes of one command of the handshake, READY with all its properties among them
 * @param timeoutNanos from the connection's start until its READY has come, in nanoseconds
 */
public record HandshakeLimits(int maxIdentityBytes, int maxMetadataBytes, long timeoutNanos) {
    public static final HandshakeLimits DEFAULTS = new HandshakeLimits(255, 8 << 10, TimeUnit.SECONDS.toNanos(10));

    public HandshakeLimits {
        if (maxIdentityBytes < 1 || maxMetadataBytes < 1 || timeoutNanos < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
