package io.github.hubsh.shell.session.memory;

import java.util.List;

/** The lines that were typed at the prompt. May be used from any thread. */
public interface LineHistory {
    /** Returns the lines typed before, oldest first. */
    List<String> lines();

    /** Returns the number of the oldest of them: lines are counted from 1, and the oldest may be forgotten. */
    int firstNumber();

    /** Adds a line; the prompt does, lines that are read from files are not remembered. */
    void add(String line);
}
