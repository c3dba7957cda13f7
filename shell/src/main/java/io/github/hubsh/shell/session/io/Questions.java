package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.ShellException;

/** A user at a terminal who can be asked. */
@FunctionalInterface
public interface Questions {
    /**
     * Asks, and waits for the answer.
     *
     * @return one line, without its end
     * @throws ShellException INTERRUPTED if the user cancels the question
     */
    String ask(String question);
}
