package io.github.hubsh.shell.session.memory;

import java.util.List;

/** The lines that were typed at the prompt. May be used from any thread. */
public interface LineHistory {
    /** Returns the lines typed before, oldest first. */
    List<String> lines();

    /** Returns the number of the oldest of them: lines are counted from 1, and the oldest may be forgotten. */
    int firstNumber();

    /** Returns the lines of earlier sessions, oldest first; they have no numbers. */
    List<String> earlier();

    /** Adds a line of an earlier session, which is newer than those added so before. */
    void addEarlier(String line);

    /** Adds a line; the prompt does, lines that are read from files are not remembered. */
    void add(String line);
}
