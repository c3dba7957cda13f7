package io.github.hubsh.shell.script;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A piece of a script's work that has a time limit of its own: the script's thread ends it, another interrupts it when
 * its time is over. Once ended, it interrupts nothing more, so that no interruption meets the work that follows.
 * Thread-safe.
 */
final class ScriptTurn {
    private static final long INTERRUPT_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Runnable interrupt;

    // Mutable state, guarded by this
    private long next;
    private boolean interrupted;
    private boolean ended;

    /** Begins a turn; {@code interrupt} stops what the script does, and may be called several times. */
    ScriptTurn(Duration limit, Runnable interrupt) {
        this.next = System.nanoTime() + limit.toNanos();
        this.interrupt = interrupt;
    }

    /** Interrupts the work if its time is over, and again while it continues. */
    synchronized void look(long now) {
        if (!ended && now - next > 0) {
            interrupted = true;
            next = now + INTERRUPT_INTERVAL_NANOS;
            interrupt.run();
        }
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
