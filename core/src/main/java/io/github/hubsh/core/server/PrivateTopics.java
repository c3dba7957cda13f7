package io.github.hubsh.core.server;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Topics that nothing is published under: what is sent for a subscription to one goes to that subscriber alone.
 *
 * @param marks the subscriptions that are answered with a message of their prefix, to show that they hold
 * @param losses the subscription of a peer that wants to know how many messages it has lost
 * @param notice the frames that say so; 0 answers the subscription
 */
public record PrivateTopics(Predicate<byte[]> marks, Predicate<byte[]> losses, LongFunction<List<byte[]>> notice) {
    /** No such topics. */
    public static final PrivateTopics NONE = new PrivateTopics(topic -> false, topic -> false, count -> List.of());
}
