package io.github.hubsh.shell.syntax;

import io.github.hubsh.shell.word.Identifiers;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What an alias may be called, and how its line begins; the same for typed ones and for those of files. */
public final class AliasRule {
    private AliasRule() {}

    /** Returns what is wrong with a name, or {@code null}. */
    public static @Nullable String wrongName(String name) {
        if (!Identifiers.isVariable(name.replace('-', '_'))) {
            return "expected a word for the alias, found '" + name + "'";
        }
        return VerbName.of(name) != null ? "there is a verb '" + name + "' already" : null;
    }

    /**
     * Returns what is wrong with a line, or {@code null}.
     *
     * @param known the names of the aliases that it may begin with
     */
    public static @Nullable String wrongLine(String line, Collection<String> known) {
        String first = first(line);
        boolean begins = first.isEmpty()
                || ".$_0123456789".indexOf(first.charAt(0)) >= 0
                || VerbName.of(first) != null
                || known.contains(first);
        return begins ? null : "expected a line that starts with a verb, found '" + first + "'";
    }

    /** Returns the word that a line begins with. */
    public static String first(String line) {
        String text = line.strip();
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }
}
