package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a session reads and writes: its files, its screen, the user at the terminal, and commands of the operating
 * system.
 *
 * @param restricted what commands may run; {@code null} for all that the user may run
 */
public record InputOutput(
        FileAccess files,
        Display display,
        Dialog dialog,
        @Nullable CommandAccess restricted) {
    /** The files, the screen and the commands of a user. */
    public InputOutput(FileAccess files, Display display, Dialog dialog) {
        this(files, display, dialog, null);
    }

    public CommandAccess commands() {
        return restricted == null ? CommandAccess.OF_USER : restricted;
    }

    /** Returns the same with another screen. */
    public InputOutput withDisplay(Display other) {
        return new InputOutput(files, other, dialog, restricted);
    }
}
