package io.github.hubsh.shell.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The work of a script that has a time limit of its own: one turn at a time.
 *
 * <p>{@link #begin}, {@link #beginCleanUp} and {@link #end} belong to the script's thread; the others are for any
 * thread.
 */
public final class ScriptTurns {
    private final ScriptTurn.Interruptions interruptions;

    // Mutable state
    private volatile @Nullable ScriptTurn running;
    private volatile boolean cleansUp;

    /** Without a turn; the interruptions are those of the script. */
    ScriptTurns(ScriptTurn.Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    /** Gives the work that begins now a time limit of its own. */
    public void begin(Duration limit) {
        running = new ScriptTurn(limit, false, interruptions);
    }

    /** Gives what the script does to clean up its own time, which a stop does not end. */
    public void beginCleanUp(Duration limit) {
        running = new ScriptTurn(limit, true, interruptions);
    }

    /**
     * Ends the turn that runs.
     *
     * @return whether it was interrupted because its time was over
     */
    public boolean end() {
        ScriptTurn ending = running;
        running = null;
        boolean interrupted = ending != null && ending.end();
        if (interrupted) {
            // The interruption may have come while it was about to end anyway.
            Thread.interrupted();
        }
        return interrupted;
    }

    /**
     * Lets the script clean up when it is stopped: only its turn is, and what follows is up to the one that runs it.
     */
    public void allowCleanUp() {
        cleansUp = true;
    }

    boolean cleansUp() {
        return cleansUp;
    }

    /** Takes down that a wait of the script was interrupted. */
    void notice() {
        ScriptTurn turn = running;
        if (turn != null) {
            turn.notice();
        }
    }

    /** Ends the time of the turn that runs. */
    void stop() {
        ScriptTurn turn = running;
        if (turn != null) {
            turn.stop();
        }
    }

    /** Interrupts the turn that runs, if its own limit is over. */
    void interruptOverdue(long now) {
        ScriptTurn turn = running;
        if (turn != null) {
            turn.look(now);
        }
    }
}
