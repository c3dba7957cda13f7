package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Completeness;
import io.github.hubsh.shell.word.ByteOrderMark;
import java.util.ArrayList;
import java.util.List;

/** The text of a file, split where a line is complete. */
final class ScriptLines {
    private ScriptLines() {}

    /**
     * Complete lines that belong together.
     *
     * @param row of the first one, from 1
     * @param text of one line, or of several with line breaks
     */
    record Part(int row, String text) {}

    static List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int row = 1;
        int first = 1;
        for (String line : ByteOrderMark.removed(text).lines().toList()) {
            pending.append(line);
            row++;
            if (Completeness.of(pending.toString()) == Completeness.INCOMPLETE) {
                pending.append('\n');
            } else {
                parts.add(new Part(first, pending.toString()));
                pending.setLength(0);
                first = row;
            }
        }
        if (pending.length() > 0) {
            parts.add(new Part(first, pending.toString()));
        }
        return parts;
    }
}
