package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a line reaches beyond the network: for lines that came with somebody else's files. */
public final class Reach {
    /** Verbs that run what a file or an expression says. */
    private static final Set<String> RUNNING = Set.of("js", "run", "test", "serve");

    private Reach() {}

    /**
     * Returns what the line would do to this machine, {@code runs an OS command}, or {@code null}. It rather finds too much:
     * what stands within quotes may be a line as well.
     */
    public static @Nullable String of(String line) {
        if (hasForeignCommand(line)) {
            return "runs an OS command";
        }
        for (List<Word> statement : Lexer.read(line).statements()) {
            for (Word word : statement) {
                if (RUNNING.contains(word.text())) {
                    return "runs a script";
                }
                if (word.startsBare(">")) {
                    return "writes a file";
                }
            }
        }
        return line.contains("${") ? "runs a script" : null;
    }

    /** Looks for {@code !} at the beginning and behind any {@code |}. */
    private static boolean hasForeignCommand(String line) {
        boolean begins = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '!' && begins) {
                return true;
            }
            begins = c == '|' || (begins && (Character.isWhitespace(c) || c == '\'' || c == '"' || c == '\\'));
        }
        return false;
    }
}
