package io.github.hubsh.shell.terminal;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Candidates below one another, each with its description. */
final class CandidateRows {
    private static final int GAP = 2;

    private final int width;

    /** @param width of the longest row */
    CandidateRows(int width) {
        this.width = Math.max(1, width);
    }

    /** Returns whether these are candidates with descriptions. */
    static boolean fit(List<?> items) {
        return items.stream().anyMatch(item -> item instanceof Candidate candidate && candidate.descr() != null);
    }

    /** Adds a row for each. */
    void add(List<Candidate> candidates, @Nullable Candidate selected, AttributedStringBuilder text) {
        int widest = 0;
        for (Candidate candidate : candidates) {
            widest = Math.max(widest, new AttributedString(candidate.displ()).columnLength());
        }
        for (Candidate candidate : candidates) {
            text.append(row(candidate, Math.min(widest, width * 2 / 3), candidate.equals(selected)))
                    .append("\n");
        }
    }

    private AttributedString row(Candidate candidate, int column, boolean selected) {
        AttributedStyle usual = selected ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
        AttributedStringBuilder row = new AttributedStringBuilder();
        row.styled(usual, candidate.displ());
        if (candidate.descr() != null && !candidate.descr().isEmpty()) {
            row.styled(usual, " ".repeat(Math.max(0, column - row.columnLength()) + GAP));
            row.styled(selected ? usual : usual.faint(), candidate.descr());
        }
        if (row.columnLength() <= width) {
            return row.toAttributedString();
        }
        return new AttributedStringBuilder()
                .append(row.columnSubSequence(0, width - 1))
                .append("…")
                .toAttributedString();
    }
}
