package io.github.hubsh.core.hub;

import io.github.hubsh.core.protocol.PluginPresence;
import io.github.hubsh.core.protocol.RoundTrips;
import java.time.Instant;

/**
 * What a hub knows of a registered plugin.
 *
 * @param connected whether its command socket is connected
 * @param since since when it is connected, or since when it is not
 * @param inFlight how many requests to it are without a reply
 * @param dropped how many of its messages were dropped
 * @param refused how many of its messages were answered with an error by the hub, in the place of their target
 * @param lost how many messages for it did not reach it, or were without a reply when it went
 * @param roundTrips how long its replies to other plugins took
 */
public record PluginStatus(
        String name,
        boolean connected,
        Instant since,
        int inFlight,
        long dropped,
        long refused,
        long lost,
        RoundTrips roundTrips) {
    /**
     * Brings what the machine knows onto the clock of the calendar.
     *
     * @param zero when the machine's clock began
     */
    static PluginStatus of(PluginPresence plugin, Instant zero) {
        return new PluginStatus(
                plugin.name(),
                plugin.connected(),
                zero.plusNanos(plugin.since()),
                plugin.inFlight(),
                plugin.dropped(),
                plugin.refused(),
                plugin.lost(),
                plugin.roundTrips());
    }
}
