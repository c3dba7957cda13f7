package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Word;
import java.util.Arrays;

/** Collects the characters of one word, and where each came from. */
final class WordBuilder {
    private final String line;
    private final int start;
    private final StringBuilder text = new StringBuilder();

    // Mutable state
    private int[] offsets = new int[16];
    private boolean[] quoted = new boolean[16];
    private boolean hasOperator;

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

    Word build(int end) {
        int length = text.length();
        return new Word(
                line, text.toString(), Arrays.copyOf(offsets, length), Arrays.copyOf(quoted, length), start, end);
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
