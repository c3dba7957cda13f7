package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.session.FileAccess;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.util.Locale;

/**
 * The end of a chain in a file, of a verb that shows results while it runs: each is written at once, as a pipe would
 * get it, so the file has what was shown even if the process is killed.
 */
final class LineSink implements Stage {
    private final Redirect redirect;
    private final FileAccess files;
    private final Presenter presenter;

    // Mutable state
    private boolean append;

    /** Makes sure that the file can be written, before anything is heard. */
    LineSink(Redirect redirect, FileAccess files, Presenter presenter) {
        this.redirect = redirect;
        this.files = files;
        this.presenter = presenter;
        this.append = redirect.append();
        try {
            files.requireWritable(redirect.file().text());
        } catch (ShellException unwritable) {
            throw unwritable.pointing(redirect.file().place(0));
        }
    }

    /** Returns whether the file may have one line after the other: JSON and CSV by name are one document. */
    static boolean takesLines(Redirect redirect) {
        String name = redirect.file().text().toLowerCase(Locale.ROOT);
        return !name.endsWith(".json") && !name.endsWith(".csv");
    }

    @Override
    public void accept(Outcome outcome) {
        write(presenter.piped(outcome));
    }

    @Override
    public void end() {
        write("");
    }

    private void write(String text) {
        try {
            files.write(redirect.file().text(), text, append);
            append = true;
        } catch (ShellException failed) {
            throw failed.pointing(redirect.file().place(0));
        }
    }
}
