package io.github.hubsh.core.protocol;

/**
 * How many requests a hub remembers until they are answered. One more is answered with an error at once.
 *
 * @param maxRequestsPerPlugin how many requests of one plugin
 * @param maxBytesPerPlugin how many bytes the requests of one plugin count
 * @param maxRequests how many requests of all plugins
 * @param maxBytes how many bytes the requests of all plugins count
 */
public record InFlightLimits(int maxRequestsPerPlugin, long maxBytesPerPlugin, int maxRequests, long maxBytes) {
    public static final InFlightLimits DEFAULTS = new InFlightLimits(50_000, 32L << 20, 200_000, 96L << 20);

    public InFlightLimits {
        if (maxRequestsPerPlugin < 1 || maxBytesPerPlugin < 1 || maxRequests < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
