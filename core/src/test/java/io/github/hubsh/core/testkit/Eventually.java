package io.github.hubsh.core.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another thread or process is about to do, as long as it takes and no longer. */
public final class Eventually {
    private static final long MIN_PAUSE_MILLIS = 5;
    private static final long MAX_PAUSE_MILLIS = 50;

    private Eventually() {}

    public static void eventually(BooleanSupplier condition, Duration deadline) {
        eventually(() -> "the condition did not come true", condition, deadline);
    }

    /**
     * Waits, and says at the deadline what was there instead.
     *
     * @param otherwise what to say at the deadline; asked only then, so that it can tell what was there instead
     * @throws AssertionError when the condition does not hold before the deadline
     */
    public static void eventually(Supplier<String> otherwise, BooleanSupplier condition, Duration deadline) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long waited = System.nanoTime() - start;
            if (waited >= deadline.toNanos()) {
                throw new AssertionError(otherwise.get() + " (waited " + deadline.toMillis() + " ms)");
            }
            pause(waited / 1_000_000);
        }
    }

    /**
     * What is waited for happens in other threads and processes that know nothing of us: looking again is all there is.
     * The longer it takes, the less it matters to see it at once, and the more each look takes from it.
     */
    private static void pause(long waitedMillis) {
        try {
            Thread.sleep(Math.min(MIN_PAUSE_MILLIS + waitedMillis / 20, MAX_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
