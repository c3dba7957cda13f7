package io.github.hubsh.core.plugin;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before each attempt to connect again. The pauses double, and each is shortened by chance: the
 * plugins of a hub that has restarted must not all come at the same time.
 */
final class ReconnectBackoff {
    static final Duration MIN_PAUSE = Duration.ofMillis(50);
    static final Duration MAX_PAUSE = Duration.ofSeconds(2);

    private final long minNanos;
    private final long maxNanos;
    private final DoubleSupplier chance;

    // Mutable state, of the thread that connects
    private long limit;

    /** @param chance returns numbers from 0 to 1, evenly distributed */
    ReconnectBackoff(Duration min, Duration max, DoubleSupplier chance) {
        this.minNanos = min.toNanos();
        this.maxNanos = max.toNanos();
        this.chance = chance;
        this.limit = minNanos;
    }

    /** The next pause is the first one again. */
    void restart() {
        limit = minNanos;
    }

    /** Returns the next pause in nanoseconds: between half and all of a limit that doubles. */
    long next() {
        long pause = (long) (limit * (1 + chance.getAsDouble()) / 2);
        limit = Math.min(maxNanos, 2 * limit);
        return pause;
    }
}
