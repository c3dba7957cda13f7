package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.assist.Completions;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as JLine wants it for completion: the one word that a candidate replaces, quotes and all. Candidates come
 * quoted, so nothing is escaped here.
 */
final class TypedLine implements CompletingParsedLine {
    private final String line;
    private final int cursor;
    private final Completions completion;

    TypedLine(String line, int cursor, Completions completion) {
        this.line = line;
        this.cursor = cursor;
        this.completion = completion;
    }

    Completions completion() {
        return completion;
    }

    @Override
    public String word() {
        return line.substring(completion.from(), cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - completion.from();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public int cursor() {
        return cursor;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    /** The quote that closes the word right behind the cursor goes with it. */
    @Override
    public int rawWordLength() {
        boolean closes = cursor < line.length()
                && wordCursor() > 0
                && "'\"".indexOf(line.charAt(cursor)) >= 0
                && line.charAt(cursor) == line.charAt(completion.from());
        return wordCursor() + (closes ? 1 : 0);
    }
}
