package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;

/** A file that is written piece by piece. For one thread. */
public interface OpenFile extends AutoCloseable {
    /**
     * Writes behind what was written before. It is in the file at once, even if the process is killed.
     *
     * @throws ShellException BAD_FILE
     */
    void write(byte[] content);

    /** Ends the writing; safe to call twice. */
    @Override
    void close();
}
