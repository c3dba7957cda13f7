package io.github.hubsh.shell.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which names a typed part can mean: its beginning or that of a dotted name's segment; if none has that, then a part of
 * it; if none has that either, its letters with others between them.
 */
final class Matching {
    /** A single letter is in almost every name. */
    private static final int MIN_LENGTH = 2;

    private Matching() {}

    /** Returns the names that fit best, in their order; all for an empty text. */
    static List<String> of(Collection<String> names, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> beginning = new ArrayList<>();
        List<String> containing = new ArrayList<>();
        List<String> scattered = new ArrayList<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(wanted) || lower.contains("." + wanted)) {
                beginning.add(name);
            } else if (wanted.length() >= MIN_LENGTH && lower.contains(wanted)) {
                containing.add(name);
            } else if (wanted.length() > MIN_LENGTH && isScattered(wanted, lower)) {
                scattered.add(name);
            }
        }
        return !beginning.isEmpty() ? beginning : !containing.isEmpty() ? containing : scattered;
    }

    private static boolean isScattered(String letters, String name) {
        int found = 0;
        for (int i = 0; i < name.length() && found < letters.length(); i++) {
            if (name.charAt(i) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }
}
