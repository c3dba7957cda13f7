package io.github.hubsh.shell.script;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A piece of a script's work that has a time limit of its own: the script's thread ends it, another interrupts it when
 * its time is over. Once ended, it interrupts nothing more, so that no interruption meets the work that follows.
 * Thread-safe.
 *
 * <p>An interruption first wakes the script from a wait, which fails there; what the script then does to clean up has
 * time of its own. Only work that waits for nothing is cut off where it is.
 */
final class ScriptTurn {
    /** How long a script may clean up, for each piece of work. */
    static final Duration CLEAN_UP_TIME = Duration.ofSeconds(5);

    private static final long WAKE_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long INTERRUPT_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Interruptions interruptions;
    private final boolean cleanUp;

    // Mutable state, guarded by this
    private long next;
    private boolean woken;
    private boolean noticed;
    private boolean interrupted;
    private boolean ended;

    /** How the work can be interrupted; each may be called several times. */
    interface Interruptions {
        /** Ends a wait. */
        void wake();

        /** Ends what runs, wherever it is. */
        void cut();
    }

    /** Begins a turn; one that cleans up is not ended by {@link #stop}. */
    ScriptTurn(Duration limit, boolean cleanUp, Interruptions interruptions) {
        this.next = System.nanoTime() + limit.toNanos();
        this.cleanUp = cleanUp;
        this.interruptions = interruptions;
    }

    /** Ends its time now, unless it cleans up. */
    synchronized void stop() {
        if (!cleanUp && !interrupted) {
            next = System.nanoTime() - 1;
        }
    }

    /** Interrupts the work if its time is over, and again while it continues. */
    synchronized void look(long now) {
        if (ended || now - next <= 0) {
            return;
        }
        interrupted = true;
        if (!woken) {
            woken = true;
            next = now + WAKE_INTERVAL_NANOS;
            interruptions.wake();
        } else if (noticed) {
            noticed = false;
            next = now + CLEAN_UP_TIME.toNanos();
        } else {
            next = now + INTERRUPT_INTERVAL_NANOS;
            interruptions.cut();
        }
    }

    /** Takes down that a wait of the work has ended because of an interruption. */
    synchronized void notice() {
        noticed = interrupted;
    }

    /**
     * Ends the turn, after an interruption that is on its way.
     *
     * @return whether it was interrupted
     */
    synchronized boolean end() {
        ended = true;
        return interrupted;
    }
}
