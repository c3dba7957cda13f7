package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some lines of the history by their numbers: {@code 3-7}, {@code 5}, {@code 3-}, or {@code -2} for the last two.
 *
 * @param first from 1
 * @param last included
 */
record HistoryRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})?(-)?(\\d{1,9})?");

    /**
     * Reads one.
     *
     * @param newest the number of the last line that it may mean
     * @throws ShellException USAGE, pointing at the word
     */
    static HistoryRange of(Word word, int newest) {
        Matcher form = FORM.matcher(word.text());
        boolean numbers = form.matches() && (form.group(1) != null || form.group(3) != null);
        if (!numbers) {
            throw ShellException.at(word.place(0), "expected lines such as 3-7, 5, 3- or -2")
                    .hint("history shows the numbers of the lines");
        }
        HistoryRange range = range(form, newest);
        if (range.first > newest || range.first > range.last || range.last < 1) {
            String there = newest < 1 ? "there is none before this one" : "the last one is " + newest;
            throw ShellException.at(word.place(0), "there are no such lines; " + there)
                    .hint("history shows the numbers of the lines");
        }
        return range;
    }

    private static HistoryRange range(Matcher form, int newest) {
        if (form.group(1) == null) {
            return new HistoryRange(Math.max(1, newest + 1 - Counts.parse(form.group(3))), newest);
        }
        int first = Counts.parse(form.group(1));
        if (form.group(2) == null) {
            return new HistoryRange(first, first);
        }
        return new HistoryRange(first, form.group(3) == null ? newest : Counts.parse(form.group(3)));
    }

    boolean has(int number) {
        return number >= first && number <= last;
    }

    @Override
    public String toString() {
        return first == last ? "line " + first : "lines " + first + "-" + last;
    }
}
