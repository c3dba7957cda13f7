package io.github.hubsh.core.testkit;

import io.github.hubsh.core.message.Messages;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when a test says so, and messages whose identifiers count. */
public final class ManualClock implements InstantSource {
    private static final Instant START = Instant.parse("2026-11-22T18:31:25Z");

    // Mutable state
    private long nanos;
    private int identifiers;

    /** Returns nanoseconds since the clock was made. */
    public long nanos() {
        return nanos;
    }

    public void advance(long by) {
        nanos += by;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }

    /** Makes messages dated by this clock, with identifiers {@code id-1}, {@code id-2}, … */
    public Messages messages() {
        return new Messages(() -> "id-" + ++identifiers, this);
    }
}
