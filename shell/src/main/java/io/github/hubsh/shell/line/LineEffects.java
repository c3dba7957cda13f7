package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.AliasRule;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line does beyond the network, for the lines of aliases that come from another person's files. Such a line must
 * say it by itself: one that begins with another alias is refused, since both together may do more than each.
 */
public final class LineEffects {
    private static final String SCRIPT = "runs a script";
    private static final String FILE = "writes a file";

    private static final Map<VerbTrait, String> EFFECTS = new EnumMap<>(Map.of(
            VerbTrait.WRITES_FILES, FILE,
            VerbTrait.TAKES_CODE, SCRIPT,
            VerbTrait.RUNS_FILES, SCRIPT,
            VerbTrait.RUNS_HUB, "starts a hub"));

    /** Options whose verbs write a file only with them: a report, the user's own settings. */
    private static final List<String> WRITING_OPTIONS = List.of("--report-", "--save");

    private LineEffects() {}

    /**
     * Returns what the line would do to this machine, {@code runs an OS command}, or {@code null}. It may find too
     * much, because a text in quotes may look like a command.
     */
    public static @Nullable String of(String line) {
        if (hasForeignCommand(line)) {
            return "runs an OS command";
        }
        String effect = line.contains("${") ? SCRIPT : null;
        for (List<Word> statement : Lexer.read(line).statements()) {
            effect = effect != null ? effect : ofStatement(statement);
        }
        return effect;
    }

    private static @Nullable String ofStatement(List<Word> statement) {
        for (Word word : statement) {
            if (word.startsBare(">") || WRITING_OPTIONS.stream().anyMatch(word::startsBare)) {
                return FILE;
            }
            if (word.isBare(0, '@') || word.isBare(word.text().indexOf("=@") + 1, '@')) {
                return "sends a file";
            }
        }
        int prefix = StatementParser.prefixLength(statement);
        return prefix < statement.size() ? ofVerb(statement, prefix) : null;
    }

    private static @Nullable String ofVerb(List<Word> statement, int at) {
        String text = statement.get(at).text();
        VerbName verb = VerbName.of(text);
        if (verb == null) {
            return AliasRule.wrongName(text) == null ? "begins with another alias" : null;
        }
        for (Map.Entry<VerbTrait, String> effect : EFFECTS.entrySet()) {
            if (verb.has(effect.getKey())) {
                return effect.getValue();
            }
        }
        return switch (verb) {
            case ALIAS -> "makes other aliases";
            case CONTEXT -> "changes the contexts";
            default -> verb.has(VerbTrait.NESTS_STATEMENT) ? ofNested(statement, at) : null;
        };
    }

    /** The statement behind a verb that takes one: words, or a line in quotes with quotes and escapes of its own. */
    private static @Nullable String ofNested(List<Word> words, int verb) {
        Verb outer = VerbTable.find(words.get(verb).text());
        int start = outer == null ? -1 : ArgumentParser.nestedStart(outer.syntax(), words, verb);
        if (start < 0) {
            return null;
        }
        String first = words.get(start).text();
        return first.indexOf(' ') < 0 ? ofStatement(words.subList(start, words.size())) : of(first);
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
