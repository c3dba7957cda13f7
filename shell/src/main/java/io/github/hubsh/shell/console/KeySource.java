package io.github.hubsh.shell.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A keyboard that can be read while frames are shown. */
public interface KeySource {
    /** Prepares the terminal; returns whether keys can be read here. */
    boolean open();

    /**
     * Waits a moment for keys. What one key sends behind its Esc comes together with it.
     *
     * @return what was typed, an empty text if nothing was, or {@code null} at the end
     */
    @Nullable
    String read() throws IOException;

    /** Gives the terminal back as it was. */
    void close();
}
