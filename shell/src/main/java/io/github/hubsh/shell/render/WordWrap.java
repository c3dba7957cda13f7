package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.List;

/** Prose that is wider than the terminal: rows that end between words, where the terminal would end them anywhere. */
final class WordWrap {
    /** Room for text beside an indent; where there is less, the rows begin further left. */
    private static final int MIN_ROOM = 20;

    /** What is longer is data of a peer; the terminal wraps it. */
    private static final int MAX_LENGTH = 8_000;

    private WordWrap() {}

    /**
     * Returns the rows of a line. Those behind the first begin below its text; where it has a column to the left, set
     * off by two blanks or more, below the text beside that.
     */
    static List<String> rows(String line, int width) {
        if (line.length() > MAX_LENGTH || TextWidth.of(line) <= width) {
            return List.of(line);
        }
        int indent = indent(line, width);
        List<String> rows = new ArrayList<>();
        String rest = line;
        while (TextWidth.of(rest) > width) {
            int end = end(rest, width, rows.isEmpty() ? leading(line) : indent);
            rows.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent) + rest.substring(end).strip();
        }
        rows.add(rest);
        return rows;
    }

    /** Returns where a row ends: behind its last blank that fits, or within a word that is wider than the row. */
    private static int end(String text, int width, int indent) {
        int fits = TextWidth.end(text, width);
        int blank = text.charAt(fits) == ' ' ? fits : text.lastIndexOf(' ', fits - 1);
        return blank > indent ? blank : Math.max(fits, indent + 1);
    }

    private static int indent(String line, int width) {
        int begin = leading(line);
        int gap = line.indexOf("  ", begin);
        int beside = gap < 0 ? begin : gap + leading(line.substring(gap));
        return beside > begin && width - beside >= MIN_ROOM ? beside : width - begin >= MIN_ROOM + 2 ? begin + 2 : 0;
    }

    private static int leading(String line) {
        int begin = 0;
        while (begin < line.length() && line.charAt(begin) == ' ') {
            begin++;
        }
        return begin;
    }
}
