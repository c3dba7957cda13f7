package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.AliasExpansion;
import io.github.hubsh.shell.line.StatementParser;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;

/** A statement's words while it is typed, as if nothing had been left out: neither verb, nor focus, nor alias. */
final class ExpandedWords {
    private ExpandedWords() {}

    /** Returns the words from the verb on; of a nonsensical alias the words as they were typed. */
    static List<Word> of(List<Word> typed, SessionMemory memory) {
        List<Word> words = typed.subList(StatementParser.prefixLength(typed), typed.size());
        if (words.isEmpty()) {
            return words;
        }
        Word first = words.get(0);
        String focus = memory.context().focus();
        if (focus != null && first.isBare(0, '.') && first.text().length() > 1) {
            List<Word> full =
                    new ArrayList<>(List.of(first.named(VerbName.EXECUTE.text()), first.named(focus), first.from(1)));
            full.addAll(words.subList(1, words.size()));
            return full;
        }
        if (!memory.aliases().all().containsKey(first.text())) {
            return words;
        }
        try {
            return new AliasExpansion(memory.aliases().all()).of(words);
        } catch (ShellException nonsense) {
            return words;
        }
    }
}
