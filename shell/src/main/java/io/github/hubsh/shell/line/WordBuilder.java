package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the characters of one word, and where each came from. */
final class WordBuilder {
    private final String line;
    private final int start;
    private final StringBuilder text = new StringBuilder();

    // Mutable state
    private int[] offsets = new int[16];
    private boolean[] quoted = new boolean[16];
    private boolean hasOperator;
    private @Nullable List<Reference> references;

    WordBuilder(String line, int start) {
        this.line = line;
        this.start = start;
    }

    void quoted(char c, int offset) {
        add(c, offset, true);
    }

    void bare(char c, int offset) {
        add(c, offset, false);
    }

    /** Returns whether the word has an unquoted {@code =}: what follows is a value. */
    boolean hasOperator() {
        return hasOperator;
    }

    /** Returns whether the last char made the word's first operator {@code :=}, after which JSON begins. */
    boolean startsJson() {
        int last = text.length() - 1;
        if (hasOperator || text.charAt(last) != '=' || quoted[last]) {
            return false;
        }
        hasOperator = true;
        return last > 0 && text.charAt(last - 1) == ':' && !quoted[last - 1];
    }

    /** Adds a reference as it was typed. */
    void reference(String typed, int offset, String name, List<String> path) {
        int from = text.length();
        for (int i = 0; i < typed.length(); i++) {
            quoted(typed.charAt(i), offset + i);
        }
        if (references == null) {
            references = new ArrayList<>(1);
        }
        references.add(new Reference(from, text.length(), name, path));
    }

    Word build(int end) {
        int length = text.length();
        Word word = new Word(
                line, text.toString(), Arrays.copyOf(offsets, length), Arrays.copyOf(quoted, length), start, end);
        return references == null ? word : word.referring(references);
    }

    private void add(char c, int offset, boolean isQuoted) {
        int index = text.length();
        if (index == offsets.length) {
            offsets = Arrays.copyOf(offsets, index * 2);
            quoted = Arrays.copyOf(quoted, index * 2);
        }
        offsets[index] = offset;
        quoted[index] = isQuoted;
        text.append(c);
    }
}
