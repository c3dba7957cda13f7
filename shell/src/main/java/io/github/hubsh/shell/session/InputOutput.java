package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a session reads and writes: its files, its screen, the user at the terminal, and commands of the operating
 * system.
 *
 * @param restricted what commands may run; {@code null} for all that the user may run
 * @param ready to be run by a statement that hears broadcasts or serves, as soon as it does: where it runs beside
 *     others, those that follow wait for that
 */
public record InputOutput(
        FileAccess files,
        Display display,
        Dialog dialog,
        @Nullable CommandAccess restricted,
        Runnable ready) {
    /** The files, the screen and the commands of a user. */
    public InputOutput(FileAccess files, Display display, Dialog dialog) {
        this(files, display, dialog, null, () -> {});
    }

    public CommandAccess commands() {
        return restricted == null ? CommandAccess.OF_USER : restricted;
    }

    /** Returns the same with another screen. */
    public InputOutput withDisplay(Display other) {
        return new InputOutput(files, other, dialog, restricted, ready);
    }

    /** Returns the same for a statement that others wait for. */
    public InputOutput withReady(Runnable begun) {
        return new InputOutput(files, display, dialog, restricted, begun);
    }
}
