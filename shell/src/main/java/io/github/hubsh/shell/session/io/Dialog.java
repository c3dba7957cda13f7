package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/**
 * How a session asks its user: at a terminal, if there is one, unless the user has agreed to everything. Thread-safe.
 */
public final class Dialog {
    // Mutable state
    private volatile @Nullable Questions questions;
    private volatile @Nullable KeyPresses keys;
    private volatile boolean confirmed;

    /**
     * Returns what asks the user.
     *
     * @throws ShellException USAGE if there is no terminal
     */
    public Questions questions() {
        Questions terminal = questions;
        if (terminal == null) {
            throw new ShellException(Problem.USAGE, "there is no terminal to ask at")
                    .hint("give the arguments as items, see help items");
        }
        return terminal;
    }

    /** Sets what asks the user from now on, {@code null} for nothing; the prompt does. */
    public void setQuestions(@Nullable Questions terminal) {
        questions = terminal;
    }

    /** Returns what waits for single keys of the user, or {@code null} if there is no terminal. */
    public @Nullable KeyPresses keys() {
        return keys;
    }

    /** Sets what waits for single keys from now on, {@code null} for nothing. */
    public void setKeys(@Nullable KeyPresses terminal) {
        keys = terminal;
    }

    /** Returns whether the user has agreed in advance to everything that would be asked. */
    public boolean isConfirmed() {
        return confirmed;
    }

    public void confirmAll() {
        confirmed = true;
    }
}
