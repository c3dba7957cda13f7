package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.render.TextWidth;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What stands below the line while the history is searched: what is sought, and the lines that fit. */
final class SearchRows {
    private static final int MAX_ROWS = 10;
    private static final String KEYS = "  Up Down choose, Enter runs, Ctrl-G goes back";

    private SearchRows() {}

    static AttributedString of(HistorySearch search, int width, int height) {
        int count = Math.max(1, Math.min(MAX_ROWS, height - 1));
        List<String> shown = search.shown(count);
        AttributedStringBuilder rows = new AttributedStringBuilder();
        String title = "search: " + Sanitizer.text(search.sought());
        String more = search.size() > shown.size() ? "  " + search.size() + " lines;" : "";
        String found = search.size() == 0 ? "  no such line" : more + KEYS;
        rows.append(TextWidth.cut(title, width));
        if (TextWidth.of(title + found) <= width) {
            rows.styled(AttributedStyle.DEFAULT.faint(), found);
        }
        for (int i = 0; i < shown.size(); i++) {
            String row = TextWidth.cut("  " + Sanitizer.text(shown.get(i)), width);
            boolean chosen = i == search.chosenOf(count);
            rows.append("\n").styled(chosen ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT, row);
        }
        return rows.toAttributedString();
    }
}
