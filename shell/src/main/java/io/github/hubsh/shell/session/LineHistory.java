package io.github.hubsh.shell.session;

import java.util.List;

/** The lines that were typed at the prompt. May be used from any thread. */
public interface LineHistory {
    /** Returns the lines typed before, oldest first. */
    List<String> lines();

    /** Adds a line; the prompt does, lines that are read from files are not remembered. */
    void add(String line);
}
