package io.github.hubsh.shell.session;

/** Where a session reads and writes: its files, its screen, and the user at the terminal. */
public record InputOutput(FileAccess files, Display display, Dialog dialog) {
    /** Returns the same files and user with another screen. */
    public InputOutput withDisplay(Display other) {
        return new InputOutput(files, other, dialog);
    }
}
