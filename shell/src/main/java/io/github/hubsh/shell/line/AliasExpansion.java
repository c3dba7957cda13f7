package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the text of aliases in front of the words behind them. */
public final class AliasExpansion {
    private final Map<String, String> aliases;

    public AliasExpansion(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    /** Returns a statement's words without aliases; each is followed once, so that none leads back to itself. */
    public List<Word> of(List<Word> typed) {
        List<Word> words = typed;
        Set<String> followed = new HashSet<>();
        int verb = StatementParser.prefixLength(words);
        while (verb < words.size()) {
            Word word = words.get(verb);
            String line = aliases.get(word.text());
            if (line == null || !followed.add(word.text())) {
                return VerbWord.has(word, VerbTrait.NESTS_STATEMENT) ? nested(words, verb) : words;
            }
            List<Word> expanded = new ArrayList<>(words.subList(0, verb));
            expanded.addAll(words(line, word));
            expanded.addAll(words.subList(verb + 1, words.size()));
            words = expanded;
            verb = StatementParser.prefixLength(words);
        }
        return words;
    }

    /** Expands the statement behind a verb that takes one, as if it began a line. */
    private List<Word> nested(List<Word> words, int verb) {
        Verb outer = VerbTable.find(words.get(verb).text());
        int inner = outer == null ? -1 : ArgumentParser.nestedStart(outer.syntax(), words, verb);
        if (inner < 0 || VerbWord.has(words.get(inner), VerbTrait.NESTS_STATEMENT)) {
            return words;
        }
        List<Word> expanded = new ArrayList<>(words.subList(0, inner));
        expanded.addAll(of(words.subList(inner, words.size())));
        return expanded;
    }

    private static List<Word> words(String line, Word alias) {
        LexedLine words = Lexer.read(line);
        if (words.error() != null) {
            throw words.error();
        }
        if (words.statements().size() > 1) {
            throw ShellException.at(new Place(line, 0), "expected one statement in the alias '" + alias + "'");
        }
        return words.statements().get(0);
    }
}
