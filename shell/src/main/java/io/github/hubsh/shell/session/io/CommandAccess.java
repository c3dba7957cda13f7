package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;

/** Where a line's commands of the operating system start. */
public interface CommandAccess {
    /** What the user who typed the line may run. */
    CommandAccess OF_USER = new CommandAccess() {
        @Override
        public void requireAllowed() {
            // A user may run everything.
        }

        @Override
        public Process start(String command) throws IOException {
            return UserCommand.of("sh", "-c", command).start();
        }
    };

    /**
     * Finds out, before anything is sent, whether {@link #start} can work.
     *
     * @throws ShellException USAGE if commands may not run here
     */
    void requireAllowed();

    /**
     * Starts a command, as {@code sh -c} reads it.
     *
     * @throws ShellException USAGE if commands may not run here
     * @throws IOException if it cannot be started
     */
    Process start(String command) throws IOException;
}
