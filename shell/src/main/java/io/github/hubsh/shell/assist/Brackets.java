package io.github.hubsh.shell.assist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bracket at the cursor and the one that it belongs to. Brackets in quotes are text. */
public final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final int NONE = -1;
    private static final int WRONG_BRACKET = -2;

    private Brackets() {}

    /**
     * Returns the bracket before or else under the cursor with its partner, in their order. A bracket with a wrong
     * partner, or a closing one without any, is unknown. Returns nothing for no bracket, or for one that is still open.
     */
    public static List<Highlight> at(String line, int cursor) {
        List<Integer> partners = partners(line);
        for (int at : new int[] {cursor - 1, cursor}) {
            int partner = at >= 0 && at < line.length() ? partners.get(at) : NONE;
            if (partner == WRONG_BRACKET) {
                return List.of(new Highlight(at, at + 1, Highlight.Role.UNKNOWN));
            }
            if (partner >= 0) {
                int first = Math.min(at, partner);
                int second = Math.max(at, partner);
                return List.of(
                        new Highlight(first, first + 1, Highlight.Role.BRACKET),
                        new Highlight(second, second + 1, Highlight.Role.BRACKET));
            }
        }
        return List.of();
    }

    /** Returns for each char the index of its partner, or one of the constants above. */
    private static List<Integer> partners(String line) {
        List<Integer> partners = new ArrayList<>(Collections.nCopies(line.length(), NONE));
        List<Integer> open = new ArrayList<>();
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '\'' || c == '"' || c == '`') {
                at = endOfText(line, at);
            } else if (OPENING.indexOf(c) >= 0) {
                open.add(at);
            } else if (CLOSING.indexOf(c) >= 0) {
                int opening = open.isEmpty() ? NONE : open.remove(open.size() - 1);
                boolean fits = opening >= 0 && OPENING.indexOf(line.charAt(opening)) == CLOSING.indexOf(c);
                partners.set(at, fits ? opening : WRONG_BRACKET);
                if (opening >= 0) {
                    partners.set(opening, fits ? at : WRONG_BRACKET);
                }
            }
        }
        return partners;
    }

    private static int endOfText(String line, int opening) {
        int at = opening + 1;
        while (at < line.length() && line.charAt(at) != line.charAt(opening)) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
