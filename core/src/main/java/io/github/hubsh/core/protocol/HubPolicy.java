package io.github.hubsh.core.protocol;

import java.time.Duration;

/**
 * What a hub's owner may choose.
 *
 * @param awayTimeout after how many nanoseconds without a connection a plugin leaves the registry;
 *     {@link Long#MAX_VALUE} for never
 * @param inFlight how many requests the hub remembers
 */
public record HubPolicy(long awayTimeout, InFlightLimits inFlight) {
    public static final Duration DEFAULT_AWAY_TIMEOUT = Duration.ofSeconds(30);

    public static final HubPolicy DEFAULTS = new HubPolicy(DEFAULT_AWAY_TIMEOUT.toNanos(), InFlightLimits.DEFAULTS);

    public HubPolicy {
        if (awayTimeout < 0) {
            throw new IllegalArgumentException("a time-out is not negative");
        }
    }
}
