package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.ShellException;

/** A file that is written piece by piece. For one thread. */
public interface OpenFile extends AutoCloseable {
    /**
     * Writes behind what was written before. It is in the file at once, even if the process is killed.
     *
     * @throws ShellException BAD_FILE
     */
    void write(byte[] content);

    /** Returns how large the file is now; 0 for what is no regular file. */
    long size();

    /**
     * Takes away what stands behind that size; what is no regular file stays as it is.
     *
     * @throws ShellException BAD_FILE
     */
    void truncate(long size);

    /** Ends the writing; safe to call twice. */
    @Override
    void close();
}
