package io.github.hubsh.shell.render;

import java.util.List;

/** One line of output, without its line end. In data for a program it may hold line ends of its own. */
public record StyledLine(List<Span> spans) {
    public static StyledLine of(String text) {
        return of(text, Role.PLAIN);
    }

    public static StyledLine of(String text, Role role) {
        return new StyledLine(List.of(new Span(text, role)));
    }

    public static StyledLine of(Span... spans) {
        return new StyledLine(List.of(spans));
    }

    /** Returns the text without its roles. */
    public String text() {
        if (spans.size() == 1) {
            return spans.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }
}
