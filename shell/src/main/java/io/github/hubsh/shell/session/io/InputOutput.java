package io.github.hubsh.shell.session.io;

import org.jspecify.annotations.Nullable;

/**
 * Where a session reads and writes: its files, its screen, the user at the terminal, and commands of the operating
 * system.
 *
 * @param restricted what commands may run; {@code null} for all that the user may run
 * @param begun hears that the statement is {@link #ready}; {@code null} where nothing waits for that
 */
public record InputOutput(
        FileAccess files,
        Display display,
        Dialog dialog,
        @Nullable CommandAccess restricted,
        @Nullable Runnable begun) {
    /** The files, the screen and the commands of a user. */
    public InputOutput(FileAccess files, Display display, Dialog dialog) {
        this(files, display, dialog, null, null);
    }

    public CommandAccess commands() {
        return restricted == null ? CommandAccess.OF_USER : restricted;
    }

    /** Returns the same with another screen. */
    public InputOutput withDisplay(Display other) {
        return new InputOutput(files, other, dialog, restricted, begun);
    }

    /** Returns the same for a statement that others wait for. */
    public InputOutput withReady(Runnable hearer) {
        return new InputOutput(files, display, dialog, restricted, hearer);
    }

    /**
     * A statement that hears broadcasts, or serves, does so from now on: where it runs beside others, those that follow
     * have waited for that.
     */
    public void ready() {
        if (begun != null) {
            begun.run();
        }
    }
}
