package io.github.hubsh.shell.session;

/**
 * Where a session reads and writes: its files, its screen, the user at the terminal, and commands of the operating
 * system.
 */
public record InputOutput(FileAccess files, Display display, Dialog dialog, CommandAccess commands) {
    /** The files, the screen and the commands of a user. */
    public InputOutput(FileAccess files, Display display, Dialog dialog) {
        this(files, display, dialog, CommandAccess.OF_USER);
    }

    /** Returns the same files and user with another screen. */
    public InputOutput withDisplay(Display other) {
        return new InputOutput(files, other, dialog, commands);
    }
}
