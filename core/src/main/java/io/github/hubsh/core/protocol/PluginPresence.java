package io.github.hubsh.core.protocol;

/**
 * What a hub knows of a registered plugin.
 *
 * @param connected whether its command socket is connected
 * @param since since when it is connected or not, on the machine's clock
 * @param inFlight how many requests to it are without a reply
 * @param dropped how many of its messages were dropped
 * @param refused how many of its requests were answered with an error by the hub, in the place of their target
 * @param lost how many messages for it did not reach it, or were without a reply when it went
 * @param roundTrips how long its replies to other plugins took
 */
public record PluginPresence(
        String name,
        boolean connected,
        long since,
        int inFlight,
        long dropped,
        long refused,
        long lost,
        RoundTrips roundTrips) {}
