package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.ShellException;

/** Whether Enter should run what was typed. */
public enum Completeness {
    COMPLETE,
    /** An open quote or bracket, or a backslash at the end: more is to come on the next line. */
    INCOMPLETE,
    WRONG;

    public static Completeness of(String line) {
        Words words = Lexer.read(line);
        if (words.unfinished()) {
            return INCOMPLETE;
        }
        try {
            LineParser.parse(line);
            return COMPLETE;
        } catch (ShellException wrong) {
            return WRONG;
        }
    }
}
