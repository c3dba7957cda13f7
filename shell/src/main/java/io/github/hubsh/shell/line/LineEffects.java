package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line does beyond the network: for lines that come from another person's files. */
public final class LineEffects {
    private static final String SCRIPT = "runs a script";
    private static final String FILE = "writes a file";

    private LineEffects() {}

    /**
     * Returns what the line would do to this machine, {@code runs an OS command}, or {@code null}. It may find too
     * much, because a text in quotes may be a line as well.
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
        boolean nested = VerbName.has(verb, VerbTrait.NESTS_STATEMENT);
        for (Word word : statement) {
            if (word.startsBare(">") || (nested && word.text().indexOf('>') >= 0)) {
                return FILE;
            }
            for (String part : nested ? word.text().split("[ ;]", -1) : new String[] {verb}) {
                if (VerbName.has(part, VerbTrait.WRITES_FILES)) {
                    return FILE;
                }
                if (VerbName.has(part, VerbTrait.TAKES_CODE) || VerbName.has(part, VerbTrait.RUNS_FILES)) {
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
