package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.ShellException;

/** A user at a terminal who answers with a key. */
@FunctionalInterface
public interface KeyPresses {
    /**
     * Waits for a key.
     *
     * @return what it sends: one character, or a sequence that begins with Esc
     * @throws ShellException INTERRUPTED; USAGE if the user's keys are not for this statement
     */
    String next();
}
