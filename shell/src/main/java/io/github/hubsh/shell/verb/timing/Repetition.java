package io.github.hubsh.shell.verb.timing;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a verb that repeats continues, and when it ends: turns at a steady pace, at most so many, for at most so long.
 * For one thread.
 */
public final class Repetition {
    private final LongSupplier clock;
    private final @Nullable Duration limit;
    private final long start;

    // Mutable state
    private long left;
    private long next;

    /**
     * Begins now; so does the first turn, unless {@link #advance} comes first.
     *
     * @param count how many turns there are
     * @param limit how long it continues, or {@code null} for no limit
     */
    public Repetition(long count, @Nullable Duration limit) {
        this(count, limit, System::nanoTime);
    }

    Repetition(long count, @Nullable Duration limit, LongSupplier clock) {
        this.clock = clock;
        this.limit = limit;
        this.start = clock.getAsLong();
        this.left = count;
        this.next = start;
    }

    /** Begins now, with the limits that {@code --count} and {@code --for} give. */
    public static Repetition of(Arguments arguments) {
        return new Repetition(arguments.count("--count", Integer.MAX_VALUE), arguments.duration("--for"));
    }

    public Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }

    /** Returns the time that is left, negative when it is up; {@code otherwise} where there is no limit. */
    public Duration remaining(Duration otherwise) {
        return limit == null ? otherwise : limit.minus(elapsed());
    }

    /** Counts turns that were taken. */
    public void count(int turns) {
        left -= turns;
    }

    /** Returns whether not all turns are taken. */
    public boolean hasTurns() {
        return left > 0;
    }

    /** Sets the time of the next turn: one step after the one before, or now where that took longer. */
    public void advance(Duration step) {
        long now = clock.getAsLong();
        long steady = next + step.toNanos();
        next = steady - now > 0 ? steady : now;
    }

    /** Returns whether there is a turn left, and time for it to begin. */
    public boolean mayBegin() {
        return hasTurns() && (limit == null || next - start < limit.toNanos());
    }

    /** Returns whether there is a turn left, and time for what ends with it. */
    public boolean mayEnd() {
        return hasTurns() && (limit == null || next - start <= limit.toNanos());
    }

    /** Returns how long it is until the next turn; zero when that time has come. */
    public Duration untilNext() {
        return Duration.ofNanos(Math.max(0, next - clock.getAsLong()));
    }

    /**
     * Waits until the time of the next turn.
     *
     * @throws ShellException INTERRUPTED
     */
    public void awaitNext() {
        Pacing.until(System.nanoTime() + untilNext().toNanos());
    }
}
