package io.github.hubsh.shell.assist;

import java.util.ArrayList;
import java.util.List;

/**
 * A line about what is being typed. Documentation in it comes from the network.
 *
 * @param pieces in their order; none where there is nothing to say
 */
public record Hint(List<Piece> pieces) {
    static final Hint NOTHING = new Hint(List.of());

    /**
     * A part of the line.
     *
     * @param strong whether it is what the cursor is at
     */
    public record Piece(String text, boolean strong) {}

    static Hint of(String strong, String about) {
        return new Hint(List.of(new Piece(strong, true), new Piece(about.isEmpty() ? "" : "  " + about, false)));
    }

    /** Returns the whole line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** Collects pieces, with a blank between them. */
    static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();

        Builder add(String text, boolean strong) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(pieces.isEmpty() ? text : " " + text, strong));
            }
            return this;
        }

        Hint build() {
            return new Hint(List.copyOf(pieces));
        }
    }
}
