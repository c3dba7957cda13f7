package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.ZmtpLimits;

/**
 * What one peer can make the server hold.
 *
 * @param zmtp what it may send
 * @param maxUnsentBytes how many bytes may wait for it to read; a message is taken whole while fewer wait
 * @param maxSubscriptions how many different prefixes it may subscribe to
 * @param maxSubscriptionBytes how many bytes they may have together
 */
public record ServerLimits(ZmtpLimits zmtp, int maxUnsentBytes, int maxSubscriptions, int maxSubscriptionBytes) {
    public static final ServerLimits DEFAULTS = new ServerLimits(ZmtpLimits.DEFAULTS, 32 << 20, 10_000, 1 << 20);

    public ServerLimits {
        if (maxUnsentBytes < 1 || maxSubscriptions < 1 || maxSubscriptionBytes < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
