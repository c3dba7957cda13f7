package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import java.util.concurrent.TimeUnit;

/**
 * What one peer can make the server hold.
 *
 * @param zmtp what it may send
 * @param maxUnsentBytes how many bytes may wait for it to read; a message is taken whole while fewer wait
 * @param maxSubscriptions how many different prefixes it may subscribe to
 * @param maxSubscriptionBytes how many bytes they may have together
 * @param idleTimeoutNanos how long it may read nothing of what waits for it, or stop in the middle of a message, before
 *     its connection is closed
 */
public record ServerLimits(
        ZmtpLimits zmtp, int maxUnsentBytes, int maxSubscriptions, int maxSubscriptionBytes, long idleTimeoutNanos) {
    private static final int MAX_UNSENT_BYTES = 128 << 20;
    private static final int MAX_SUBSCRIPTIONS = 10_000;
    private static final int MAX_SUBSCRIPTION_BYTES = 1 << 20;
    private static final long IDLE_TIMEOUT = TimeUnit.SECONDS.toNanos(10);

    public static final ServerLimits DEFAULTS =
            new ServerLimits(ZmtpLimits.DEFAULTS, 32 << 20, MAX_SUBSCRIPTIONS, MAX_SUBSCRIPTION_BYTES);

    public ServerLimits {
        if (maxUnsentBytes < 1 || maxSubscriptions < 1 || maxSubscriptionBytes < 1 || idleTimeoutNanos < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** With a timeout of ten seconds. */
    public ServerLimits(ZmtpLimits zmtp, int maxUnsentBytes, int maxSubscriptions, int maxSubscriptionBytes) {
        this(zmtp, maxUnsentBytes, maxSubscriptions, maxSubscriptionBytes, IDLE_TIMEOUT);
    }

    /**
     * Returns limits that fit into a memory budget: a message has at most three quarters of it, so that one is always
     * possible, and what waits for one peer about a quarter.
     */
    public static ServerLimits within(long budgetBytes) {
        MessageLimits messages = MessageLimits.DEFAULTS;
        int message = (int) Math.min(messages.maxMessageBytes(), budgetBytes / 4 * 3);
        int frame = Math.min(messages.maxFrameBytes(), message);
        return new ServerLimits(
                new ZmtpLimits(
                        ZmtpLimits.DEFAULTS.handshake(),
                        new MessageLimits(frame, message, messages.maxFrames(), messages.maxCommandBytes())),
                (int) Math.min(MAX_UNSENT_BYTES, budgetBytes / 4),
                MAX_SUBSCRIPTIONS,
                MAX_SUBSCRIPTION_BYTES);
    }

    /** Returns the same with another timeout. */
    public ServerLimits withIdleTimeout(long nanos) {
        return new ServerLimits(zmtp, maxUnsentBytes, maxSubscriptions, maxSubscriptionBytes, nanos);
    }
}
