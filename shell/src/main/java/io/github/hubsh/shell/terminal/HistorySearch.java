package io.github.hubsh.shell.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the history that have all words of what is sought, the newest first, and the one that is chosen. Words in
 * small letters fit large ones too. Not thread-safe.
 */
final class HistorySearch {
    private final List<String> lines;

    // Mutable state
    private String sought = "";
    private List<String> found = List.of();
    private int chosen;

    /**
     * Begins a search.
     *
     * @param newestFirst the lines, in which one may be there more than once
     */
    HistorySearch(Iterable<String> newestFirst, String sought) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        newestFirst.forEach(distinct::add);
        this.lines = List.copyOf(distinct);
        seek(sought);
    }

    String sought() {
        return sought;
    }

    /** Looks for another text; the newest line that fits is chosen. */
    void seek(String text) {
        sought = text;
        String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        List<String> fitting = new ArrayList<>();
        for (String line : lines) {
            if (fits(line, words)) {
                fitting.add(line);
            }
        }
        found = fitting;
        chosen = 0;
    }

    private static boolean fits(String line, String[] words) {
        String small = line.toLowerCase(Locale.ROOT);
        for (String word : words) {
            boolean exact = !word.equals(word.toLowerCase(Locale.ROOT));
            if (!(exact ? line : small).contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Chooses an older line, or with a negative number a newer one, as far as there is one. */
    void move(int step) {
        chosen = Math.max(0, Math.min(found.size() - 1, chosen + step));
    }

    /** Returns the line that is chosen, or {@code null} where none fits. */
    @Nullable
    String line() {
        return found.isEmpty() ? null : found.get(chosen);
    }

    /** Returns up to so many of the lines that fit, with the chosen one among them. */
    List<String> shown(int count) {
        int from = first(count);
        return found.subList(from, Math.min(found.size(), from + count));
    }

    /** Returns which of {@link #shown} is chosen. */
    int chosenOf(int count) {
        return chosen - first(count);
    }

    private int first(int count) {
        return Math.max(0, Math.min(chosen - count / 2, found.size() - count));
    }

    int size() {
        return found.size();
    }
}
