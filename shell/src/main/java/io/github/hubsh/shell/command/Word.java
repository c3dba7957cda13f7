package io.github.hubsh.shell.command;

import java.util.Arrays;

/**
 * One word of a line, without its quotes, that still knows where each of its characters came from: an error in the
 * middle of a quoted JSON text points at the right column.
 */
public final class Word {
    private final String line;
    private final String text;
    private final int[] offsets;
    private final boolean[] quoted;
    private final int start;
    private final int end;

    /**
     * Takes what the lexer found.
     *
     * @param offsets of each char of {@code text} in {@code line}
     * @param quoted which chars of {@code text} are taken literally, and so are never operators
     * @param start where the word starts in the line, its quotes included
     * @param end where it ends, exclusive
     */
    public Word(String line, String text, int[] offsets, boolean[] quoted, int start, int end) {
        this.line = line;
        this.text = text;
        this.offsets = offsets.clone();
        this.quoted = quoted.clone();
        this.start = start;
        this.end = end;
    }

    /** Returns the whole line that the word stands in. */
    public String line() {
        return line;
    }

    public String text() {
        return text;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Returns whether the char at {@code index} is {@code c}, and an operator rather than quoted. */
    public boolean isBare(int index, char c) {
        return index < text.length() && text.charAt(index) == c && !quoted[index];
    }

    /** Returns whether the whole word is {@code operator}, unquoted. */
    public boolean isBare(String operator) {
        return text.equals(operator) && startsBare(operator);
    }

    /** Returns whether the word starts with {@code prefix}, unquoted. */
    public boolean startsBare(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (!isBare(i, prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the first unquoted {@code c} from {@code from}, or -1. */
    public int indexOfBare(char c, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isBare(i, c)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where the char at {@code index} stands; the word's end for an index past the text. */
    public Place place(int index) {
        if (index == 0) {
            return new Place(line, start);
        }
        return new Place(line, index < offsets.length ? offsets[index] : end);
    }

    /** Returns the place after this word, where a further one is missing. */
    public Place after() {
        return new Place(line, end + 1);
    }

    /** Returns the rest of this word from {@code index}, as a word. */
    public Word from(int index) {
        return part(index, text.length());
    }

    /** Returns the chars from {@code from} to before {@code to}, as a word. */
    public Word part(int from, int to) {
        int partStart = from < offsets.length ? offsets[from] : end;
        int partEnd = to < offsets.length ? offsets[to] : end;
        return new Word(
                line,
                text.substring(from, to),
                Arrays.copyOfRange(offsets, from, to),
                Arrays.copyOfRange(quoted, from, to),
                partStart,
                partEnd);
    }

    @Override
    public String toString() {
        return text;
    }
}
