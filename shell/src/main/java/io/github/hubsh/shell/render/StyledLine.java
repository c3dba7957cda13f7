package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.List;

/** One line of output, without its line end. In data for a program it may hold line ends of its own. */
public record StyledLine(List<StyledSpan> spans) {
    public static StyledLine of(String text) {
        return of(text, Role.PLAIN);
    }

    public static StyledLine of(String text, Role role) {
        return new StyledLine(List.of(new StyledSpan(text, role)));
    }

    public static StyledLine of(StyledSpan... spans) {
        return new StyledLine(List.of(spans));
    }

    /** Returns the line cut to so many columns, its last one an ellipsis where something was cut. */
    StyledLine cut(int width) {
        if (TextWidth.of(text()) <= width) {
            return this;
        }
        List<StyledSpan> cut = new ArrayList<>();
        int left = width;
        for (StyledSpan span : spans) {
            int columns = TextWidth.of(span.text());
            // One column is for the sign that there is more.
            boolean fits = columns < left;
            cut.add(fits ? span : new StyledSpan(TextWidth.cut(span.text() + " ", left), span.role()));
            if (!fits) {
                break;
            }
            left -= columns;
        }
        return new StyledLine(cut);
    }

    /** Returns the text without its roles. */
    public String text() {
        if (spans.size() == 1) {
            return spans.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (StyledSpan span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }
}
