package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Word;

/** A word with the quotes that make the lexer read it as the same word: operators bare, the rest literal. */
final class WordText {
    private final Word word;
    private final StringBuilder written = new StringBuilder();

    private WordText(Word word) {
        this.word = word;
    }

    static String of(Word word) {
        WordText text = new WordText(word);
        text.write();
        String written = text.written.toString();
        // At a word's beginning the sign of a comment has one quote or another before it.
        return written.isEmpty() || written.startsWith("#") ? "''" + written : written;
    }

    private void write() {
        int equals = word.indexOfBare('=', 0);
        int json = equals > 0 && word.isBare(equals - 1, ':') ? equals + 1 : Integer.MAX_VALUE;
        int at = 0;
        for (Reference reference : word.references()) {
            chars(at, reference.from(), json);
            String typed = word.text().substring(reference.from(), reference.to());
            if (reference.from() < json) {
                written.append('"').append(sign(reference)).append(typed).append('"');
            } else {
                // Directly behind := a quote would be the JSON's own, unless it is a single one.
                boolean alone = reference.from() == json
                        && reference.to() == word.text().length();
                written.append(reference.from() == json && !alone ? "''" : "").append(typed);
            }
            at = reference.to();
        }
        chars(at, word.text().length(), json);
    }

    /** A result's name that starts a line stands there without the sign. */
    private String sign(Reference reference) {
        return word.text().charAt(reference.from()) == '$' ? "" : "$";
    }

    private void chars(int from, int to, int json) {
        int at = from;
        while (at < to) {
            int end = at;
            boolean bare = word.isBare(at, word.text().charAt(at));
            while (end < to && word.isBare(end, word.text().charAt(end)) == bare) {
                end++;
            }
            String run = word.text().substring(at, end);
            if (bare) {
                written.append(run);
            } else if (at >= json) {
                written.append("'").append(run.replace("'", "'\\''")).append("'");
            } else {
                boolean plain = ItemText.isPlain(run, "_./") && !(at > 0 && word.isBare(at - 1, '$'));
                written.append(plain ? run : ItemText.literal(run));
            }
            at = end;
        }
    }
}
