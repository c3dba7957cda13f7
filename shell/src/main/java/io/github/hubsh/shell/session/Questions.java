package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;

/** Somebody at a terminal who can be asked. */
@FunctionalInterface
public interface Questions {
    /**
     * Asks, and waits for the answer.
     *
     * @return one line, without its end
     * @throws ShellException INTERRUPTED if the asked would rather not
     */
    String ask(String question);
}
