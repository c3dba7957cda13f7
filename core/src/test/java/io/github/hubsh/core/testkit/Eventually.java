package io.github.hubsh.core.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another thread or process is about to do, as long as it takes and no longer. */
public final class Eventually {
    private static final long PAUSE_MILLIS = 5;

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
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                throw new AssertionError(otherwise.get() + " (waited " + deadline.toMillis() + " ms)");
            }
            pause();
        }
    }

    /** What is waited for happens in other threads and processes that know nothing of us: looking again is all there is. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
