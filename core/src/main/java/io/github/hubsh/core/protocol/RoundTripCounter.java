package io.github.hubsh.core.protocol;

import org.jspecify.annotations.Nullable;

/** Counts how long replies take. */
final class RoundTripCounter {
    private static final long[] LIMITS =
            RoundTrips.LIMITS.stream().mapToLong(Long::longValue).toArray();

    // Mutable state
    private long @Nullable [] counts; // made for the first reply: many plugins never answer one
    private long nanos;

    /** A reply has come, so long after its request was passed on. */
    void add(long took) {
        long[] present = counts;
        if (present == null) {
            present = new long[LIMITS.length + 1];
            counts = present;
        }
        int index = 0;
        while (index < LIMITS.length && took > LIMITS[index]) {
            index++;
        }
        present[index]++;
        nanos += took;
    }

    /** Returns what was counted until now. */
    RoundTrips sum() {
        long[] present = counts;
        return present == null ? RoundTrips.NONE : new RoundTrips(nanos, present);
    }
}
