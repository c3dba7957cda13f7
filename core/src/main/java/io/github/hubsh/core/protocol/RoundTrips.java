package io.github.hubsh.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long replies took on their way from the hub and back: how many came within each limit, and the time of all of
 * them together. It never changes.
 */
public final class RoundTrips {
    /** The limits in nanoseconds, ascending; a longer one has a count behind those. */
    public static final List<Long> LIMITS = List.of(
            TimeUnit.MICROSECONDS.toNanos(100),
            TimeUnit.MICROSECONDS.toNanos(250),
            TimeUnit.MICROSECONDS.toNanos(500),
            TimeUnit.MILLISECONDS.toNanos(1),
            TimeUnit.MICROSECONDS.toNanos(2_500),
            TimeUnit.MILLISECONDS.toNanos(5),
            TimeUnit.MILLISECONDS.toNanos(10),
            TimeUnit.MILLISECONDS.toNanos(25),
            TimeUnit.MILLISECONDS.toNanos(50),
            TimeUnit.MILLISECONDS.toNanos(100),
            TimeUnit.MILLISECONDS.toNanos(250),
            TimeUnit.MILLISECONDS.toNanos(500),
            TimeUnit.SECONDS.toNanos(1),
            TimeUnit.MILLISECONDS.toNanos(2_500),
            TimeUnit.SECONDS.toNanos(5),
            TimeUnit.SECONDS.toNanos(10),
            TimeUnit.SECONDS.toNanos(60));

    /** No reply at all. */
    public static final RoundTrips NONE = new RoundTrips(0);

    private final long[] counts;
    private final long nanos;

    /**
     * @param nanos of all replies together
     * @param counts for each limit those that are longer than the limit before; copied, and 0 where there are fewer
     * @throws IllegalArgumentException if there are more counts than limits, and one
     */
    public RoundTrips(long nanos, long... counts) {
        if (counts.length > LIMITS.size() + 1) {
            throw new IllegalArgumentException(counts.length + " counts for " + LIMITS.size() + " limits");
        }
        this.nanos = nanos;
        this.counts = Arrays.copyOf(counts, LIMITS.size() + 1);
    }

    /** Returns how many replies there were. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** Returns how many took at most so long as the limit of this index says. */
    public long within(int index) {
        return Arrays.stream(counts, 0, index + 1).sum();
    }

    /** Returns how long all of them took together. */
    public long nanos() {
        return nanos;
    }

    /** Returns these and others. */
    public RoundTrips plus(RoundTrips others) {
        long[] sums = counts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others.counts[i];
        }
        return new RoundTrips(nanos + others.nanos, sums);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoundTrips that && nanos == that.nanos && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count() + " round trips of " + nanos + " ns";
    }
}
