package io.github.hubsh.shell.session.result;

import io.github.hubsh.shell.word.ShellException;

/** A statement inside another. For the thread that runs the other. */
public interface RepeatableStatement {
    /**
     * Runs it, with the variables as they are now.
     *
     * @throws ShellException INTERRUPTED, or USAGE where it can never work; any other failure is part of the picture
     */
    StatementResult run();

    /** Returns it as a line. */
    String text();
}
