package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.WholeText;

/** Roles to ANSI colours: the one place that knows them. */
public final class Ansi {
    private static final String RESET = "\u001b[0m";

    private Ansi() {}

    /** Returns whether colours are wanted, given {@code NO_COLOR} and {@code TERM}; empty where they are not set. */
    public static boolean wanted(boolean terminal, boolean refused, String noColor, String term) {
        return terminal && !refused && noColor.isEmpty() && !term.equals("dumb");
    }

    /**
     * As {@link #wanted(boolean, boolean, String, String)}, where colours may be wanted in a pipe, too.
     *
     * @param force {@code CLICOLOR_FORCE}
     */
    public static boolean wanted(boolean terminal, boolean refused, String noColor, String term, String force) {
        boolean forced = !force.isEmpty() && !force.equals("0");
        return forced ? !refused && noColor.isEmpty() : wanted(terminal, refused, noColor, term);
    }

    /** Returns the text for a program that reads UTF-8. */
    public static String plain(StyledLine line) {
        return WholeText.of(line.text());
    }

    public static String colored(StyledLine line) {
        StringBuilder text = new StringBuilder();
        for (StyledSpan span : line.spans()) {
            String code = code(span.role());
            if (code.isEmpty()) {
                text.append(span.text());
            } else {
                text.append("\u001b[")
                        .append(code)
                        .append('m')
                        .append(span.text())
                        .append(RESET);
            }
        }
        return WholeText.of(text.toString());
    }

    private static String code(Role role) {
        return switch (role) {
            case PLAIN -> "";
            case KEY, NAME -> "36";
            case HEADER -> "1";
            case NOTE, TIME -> "2";
            case WARNING -> "33";
            case ERROR, CARET -> "31";
            case CHANGED -> "7";
        };
    }
}
