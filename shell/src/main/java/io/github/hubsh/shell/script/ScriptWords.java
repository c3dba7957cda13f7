package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Word;

/** Texts of scripts as words of a line, for what wants to point into one. */
final class ScriptWords {
    private ScriptWords() {}

    static Word of(String text) {
        int[] offsets = new int[text.length()];
        boolean[] quoted = new boolean[text.length()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = i;
            quoted[i] = true;
        }
        return new Word(text, text, offsets, quoted, 0, text.length());
    }
}
