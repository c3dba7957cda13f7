package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** Whether Enter should run what was typed. */
public enum Completeness {
    COMPLETE,
    /** An open quote or bracket, or a backslash or {@code |} at the end: more is to come on the next line. */
    INCOMPLETE,
    WRONG;

    public static Completeness of(String line) {
        LexedLine words = Lexer.read(line);
        if (words.unfinished() || wantsFilter(words)) {
            return INCOMPLETE;
        }
        try {
            LineParser.parse(line);
            return COMPLETE;
        } catch (ShellException wrong) {
            return WRONG;
        }
    }

    private static boolean wantsFilter(LexedLine words) {
        List<List<Word>> statements = words.statements();
        List<Word> last = statements.get(statements.size() - 1);
        return last.size() > 1 && last.get(last.size() - 1).isBare("|");
    }
}
