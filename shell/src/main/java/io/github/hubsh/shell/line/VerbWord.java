package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Word;

/** What a word says about the statement that it begins, known before the statement is parsed. */
public final class VerbWord {
    private VerbWord() {}

    /** Returns whether an unquoted word names a verb that has the trait. */
    public static boolean has(Word word, VerbTrait trait) {
        return VerbName.has(word.text(), trait) && word.isBare(word.text());
    }
}
