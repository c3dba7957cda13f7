package io.github.hubsh.shell.command;

/** Where a line's files and stdin are read, so that verbs can be tested without any. */
public interface Files {
    /**
     * Reads a whole file as UTF-8 text.
     *
     * @param path relative to the working directory; {@code -} is stdin
     * @throws ShellException BAD_FILE if it cannot be read, or is no UTF-8
     */
    String text(String path);

    /**
     * Reads a whole file as it is.
     *
     * @throws ShellException BAD_FILE if it cannot be read
     */
    byte[] bytes(String path);
}
