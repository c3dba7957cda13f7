package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.ShellException;
import java.io.InputStream;

/** Where a line's files and stdin are read, so that verbs can be tested without any. */
public interface FileAccess {
    /**
     * Reads a whole file as UTF-8 text, without the byte order mark that it may begin with.
     *
     * @param path relative to the working directory; {@code -} is stdin
     * @throws ShellException BAD_FILE if it cannot be read, or is no UTF-8
     */
    String text(String path);

    /**
     * Opens a file, or stdin, to be read piece by piece, whatever its size; the caller closes it.
     *
     * @throws ShellException BAD_FILE if it cannot be read
     */
    InputStream input(String path);

    /**
     * Reads how a file begins and ends.
     *
     * @return {@link FileEdges#EMPTY} for one that is not there, or that is not a regular file
     * @throws ShellException BAD_FILE if it cannot be read
     */
    FileEdges edges(String path);

    /**
     * Finds out, before anything is sent, whether {@link #write} can work.
     *
     * @throws ShellException BAD_FILE if the folder is not there, or the file may not be written
     */
    void requireWritable(String path);

    /**
     * Writes a file.
     *
     * @param append whether to append the content; otherwise the file is replaced atomically
     * @throws ShellException BAD_FILE
     */
    void write(String path, byte[] content, boolean append);

    /**
     * Opens a file that takes results while they come.
     *
     * @param append whether to continue the file; otherwise it is empty from now on
     * @throws ShellException BAD_FILE
     */
    OpenFile open(String path, boolean append);
}
