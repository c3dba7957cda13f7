package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.assist.Hint;
import io.github.hubsh.shell.assist.Hints;
import io.github.hubsh.shell.assist.LineSuggestion;
import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.syntax.Setting;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import org.jline.reader.History;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What is shown beside a line while it is typed, from memory. May be asked by any thread that holds the reader's lock.
 */
final class TypingHints {
    /** Everything here happens on every key; what is longer was pasted. */
    static final int MAX_LENGTH = 4_000;

    private static final AttributedStyle GREY =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);

    private final Session session;
    private final History history;
    private final boolean colored;

    /**
     * Advises from a session's memory.
     *
     * @param history of the reader that is advised
     * @param colored whether colours can mark what is suggested and not typed
     */
    TypingHints(Session session, History history, boolean colored) {
        this.session = session;
        this.history = history;
        this.colored = colored;
    }

    /** Returns the most likely continuation of the line, or an empty text. */
    String suggestion(String line) {
        boolean off = !colored || session.memory().preferences().isOff(Setting.SUGGESTIONS.key());
        if (off || isForeign() || line.length() > MAX_LENGTH) {
            return "";
        }
        return LineSuggestion.of(line, this::newestFirst, session.memory());
    }

    /** Returns a text, as far as there is room for it in a row. */
    AttributedString grey(String suggestion, int room) {
        int end = suggestion.indexOf('\n');
        String row = end < 0 ? suggestion : suggestion.substring(0, end) + " …";
        return cut(new AttributedString(Sanitizer.text(row), GREY), room);
    }

    /** Returns what is to be said of the word at the cursor, in one row; empty for nothing. */
    AttributedString hint(String line, int cursor, int room) {
        boolean off = session.memory().preferences().isOff(Setting.HINTS.key());
        if (off || isForeign() || line.length() > MAX_LENGTH || line.isBlank()) {
            return AttributedString.EMPTY;
        }
        if (HistoryRecall.isMeant(line)) {
            return cut(new AttributedString(recalled(line), GREY), room);
        }
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Hint.Piece piece : Hints.at(line, cursor, session.memory()).pieces()) {
            text.styled(style(piece), Sanitizer.text(piece.text()));
        }
        return cut(text.toAttributedString(), room);
    }

    private String recalled(String line) {
        String meant = HistoryRecall.find(line, session.memory().history());
        return meant == null ? "no such line in the history" : "runs " + Sanitizer.text(meant.replace('\n', ' '));
    }

    private AttributedStyle style(Hint.Piece piece) {
        return !colored ? AttributedStyle.DEFAULT : piece.strong() ? AttributedStyle.BOLD : GREY;
    }

    private boolean isForeign() {
        return session.program().promptLanguage() != null;
    }

    private static AttributedString cut(AttributedString text, int room) {
        if (room < 2) {
            return AttributedString.EMPTY;
        }
        if (text.columnLength() <= room) {
            return text;
        }
        AttributedStringBuilder shorter = new AttributedStringBuilder();
        shorter.append(text.columnSubSequence(0, room - 1));
        return shorter.styled(GREY, "…").toAttributedString();
    }

    private Iterator<String> newestFirst() {
        return new Iterator<>() {
            private final ListIterator<History.Entry> entries =
                    history.isEmpty() ? List.<History.Entry>of().listIterator() : history.iterator(history.last() + 1);

            @Override
            public boolean hasNext() {
                return entries.hasPrevious();
            }

            @Override
            public String next() {
                return entries.previous().line();
            }
        };
    }
}
