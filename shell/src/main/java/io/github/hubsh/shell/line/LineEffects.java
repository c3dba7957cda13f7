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
    private static final String ALIASES = "makes other aliases";
    private static final String CONTEXTS = "changes the contexts";

    /** Options whose verbs write a file only with them: a report, the user's own settings. */
    private static final List<String> WRITING_OPTIONS = List.of("--report-", "--save");

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
        for (Word word : statement) {
            if (word.startsBare(">") || WRITING_OPTIONS.stream().anyMatch(word::startsBare)) {
                return FILE;
            }
        }
        int prefix = StatementParser.prefixLength(statement);
        if (prefix >= statement.size()) {
            return null;
        }
        String verb = statement.get(prefix).text();
        if (VerbName.has(verb, VerbTrait.WRITES_FILES)) {
            return FILE;
        }
        if (VerbName.has(verb, VerbTrait.TAKES_CODE) || VerbName.has(verb, VerbTrait.RUNS_FILES)) {
            return SCRIPT;
        }
        if (verb.equals(VerbName.ALIAS.text())) {
            return ALIASES;
        }
        if (verb.equals(VerbName.CONTEXT.text())) {
            return CONTEXTS;
        }
        List<Word> rest = statement.subList(prefix + 1, statement.size());
        return VerbName.has(verb, VerbTrait.NESTS_STATEMENT) ? ofNested(rest) : null;
    }

    /**
     * Reads each word as a line: it may begin a statement, or hold one in quotes, with quotes and escapes of its own.
     */
    private static @Nullable String ofNested(List<Word> words) {
        String reach = null;
        for (Word word : words) {
            reach = reach != null ? reach : of(word.text());
        }
        return reach;
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
