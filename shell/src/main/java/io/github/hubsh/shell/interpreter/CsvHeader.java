package io.github.hubsh.shell.interpreter;

import java.util.ArrayList;
import java.util.List;

/** The first line of comma-separated values (RFC 4180): the names of the columns. */
final class CsvHeader {
    private CsvHeader() {}

    /** Returns the names; a quoted one may have commas, quotes and line ends in it. */
    static List<String> of(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && text.startsWith("\"", i + 1)) {
                name.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else if ((c == '\n' || c == '\r') && !quoted) {
                break;
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }
}
