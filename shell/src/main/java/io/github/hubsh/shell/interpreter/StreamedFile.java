package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a {@code >} of a verb that shows results while it runs. It is opened by the first result, so that
 * nothing is lost of an older file until then, and stays open. Errors point at its name.
 */
final class StreamedFile {
    private final Redirect redirect;
    private final FileAccess files;

    // Mutable state
    private @Nullable OpenFile open;
    private boolean append;

    /** Makes sure that the file can be written. */
    StreamedFile(Redirect redirect, FileAccess files) {
        this.redirect = redirect;
        this.files = files;
        this.append = redirect.append();
        pointing(() -> {
            files.requireWritable(path());
            return "";
        });
    }

    /** Returns whether results may go into the file one after the other: JSON by name is one document. */
    static boolean takesResults(Redirect redirect) {
        return !isNamed(redirect, ".json");
    }

    static boolean isNamed(Redirect redirect, String ending) {
        return redirect.file().text().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    boolean isNamed(String ending) {
        return isNamed(redirect, ending);
    }

    Place place() {
        return redirect.file().place(0);
    }

    boolean appends() {
        return redirect.append();
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] content) {
        pointing(() -> {
            OpenFile file = open;
            if (file == null) {
                file = files.open(path(), append);
                open = file;
                append = true;
            }
            file.write(content);
            return "";
        });
    }

    /** Returns how the file begins and ends now. */
    FileEdges edges() {
        return pointing(() -> files.edges(path()));
    }

    /** Returns what the file has now. */
    String text() {
        return pointing(() -> files.text(path()));
    }

    /** Replaces what the file has; the next text is written behind it. */
    void replace(String text) {
        close();
        pointing(() -> {
            files.write(path(), text.getBytes(StandardCharsets.UTF_8), false);
            return "";
        });
    }

    void close() {
        OpenFile file = open;
        open = null;
        if (file != null) {
            file.close();
        }
    }

    private String path() {
        return redirect.file().text();
    }

    private <T> T pointing(Supplier<T> work) {
        try {
            return work.get();
        } catch (ShellException failed) {
            throw failed.pointing(place());
        }
    }
}
