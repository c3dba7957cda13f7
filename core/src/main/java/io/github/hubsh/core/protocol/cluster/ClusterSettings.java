package io.github.hubsh.core.protocol.cluster;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What a hub that joins a cluster may choose.
 *
 * @param deadline after how many nanoseconds without a sign of life another hub is gone
 * @param clockOrigin when the machine's time was 0, in milliseconds since 1970
 * @param accepts which names of plugins of other hubs it accepts
 */
public record ClusterSettings(long deadline, long clockOrigin, Predicate<String> accepts) {
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(3);

    /** How many signs of life are sent before others take this hub for gone. */
    private static final int BEATS = 3;

    public ClusterSettings {
        if (deadline < BEATS) {
            throw new IllegalArgumentException("a deadline is a few nanoseconds at least");
        }
    }

    /** Returns how often a hub gives a sign of life, in nanoseconds. */
    long beatInterval() {
        return deadline / BEATS;
    }

    /** Brings the machine's time onto the calendar, in milliseconds since 1970. */
    long millis(long now) {
        return clockOrigin + now / 1_000_000;
    }
}
