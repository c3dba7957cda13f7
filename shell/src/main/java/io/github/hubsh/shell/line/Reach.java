package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a line reaches beyond the network: for lines that came with somebody else's files. */
public final class Reach {
    /** Verbs that run what a file or an expression says. */
    private static final Set<String> RUNNING = Set.of("js", "run", "test", "serve");

    private static final Set<String> WRITING = Set.of("record", "save", "types");

    /** Verbs that take a statement. */
    private static final Set<String> NESTING = Set.of("watch");

    private static final String SCRIPT = "runs a script";
    private static final String FILE = "writes a file";

    private Reach() {}

    /**
     * Returns what the line would do to this machine, {@code runs an OS command}, or {@code null}. It rather finds too much:
     * what stands within quotes may be a line as well.
     */
    public static @Nullable String of(String line) {
        if (hasForeignCommand(line)) {
            return "runs an OS command";
        }
        String reach = line.contains("${") ? SCRIPT : null;
        for (List<Word> statement : Lexer.read(line).statements()) {
            reach = reach != null ? reach : ofStatement(statement);
        }
        return reach;
    }

    private static @Nullable String ofStatement(List<Word> statement) {
        int prefix = StatementParser.prefixLength(statement);
        String verb = prefix < statement.size() ? statement.get(prefix).text() : "";
        boolean nested = NESTING.contains(verb);
        for (Word word : statement) {
            if (word.startsBare(">") || (nested && word.text().indexOf('>') >= 0)) {
                return FILE;
            }
            for (String part : nested ? word.text().split("[ ;]", -1) : new String[] {verb}) {
                if (WRITING.contains(part)) {
                    return FILE;
                }
                if (RUNNING.contains(part)) {
                    return SCRIPT;
                }
            }
        }
        return null;
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
