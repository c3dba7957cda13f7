package io.github.hubsh.shell.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code $name.key[0][a key]} from a line.
 *
 * @param end where it ends, exclusive
 */
record ReferenceReader(String name, List<String> path, int end) {
    /** Returns the reference whose sign stands at {@code start}, or {@code null} if what follows is no name. */
    static @Nullable ReferenceReader at(String line, int start) {
        int end = nameEnd(line, start + 1);
        if (end < 0) {
            return null;
        }
        String name = line.substring(start + 1, end);
        List<String> path = new ArrayList<>();
        while (end < line.length()) {
            int stepEnd = line.charAt(end) == '.' ? nameEnd(line, end + 1) : bracketEnd(line, end);
            if (stepEnd < 0) {
                break;
            }
            boolean dotted = line.charAt(end) == '.';
            path.add(line.substring(end + 1, dotted ? stepEnd : stepEnd - 1));
            end = stepEnd;
        }
        return new ReferenceReader(name, path, end);
    }

    private static int nameEnd(String line, int from) {
        if (from >= line.length() || !(Character.isLetter(line.charAt(from)) || line.charAt(from) == '_')) {
            return -1;
        }
        int end = from + 1;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static int bracketEnd(String line, int from) {
        if (line.charAt(from) != '[') {
            return -1;
        }
        int end = from + 1;
        while (end < line.length() && "]['\"\\\n$;".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end > from + 1 && end < line.length() && line.charAt(end) == ']';
        return closed ? end + 1 : -1;
    }
}
