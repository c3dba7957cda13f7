package io.github.hubsh.shell.word;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was probably meant: the nearest of the known names, by edit distance. */
public final class Suggestion {
    private Suggestion() {}

    /** Returns {@code did you mean 'execute'?}, or {@code null} if nothing known is near. */
    public static @Nullable String of(String typed, Collection<String> known) {
        String nearest = nearest(typed, known);
        return nearest == null ? null : "did you mean '" + nearest + "'?";
    }

    static @Nullable String nearest(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String nearest = null;
        int best = Math.max(1, typed.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance < best && distance < name.length()) {
                best = distance;
                nearest = name;
            }
        }
        if (nearest != null || typed.length() < 3) {
            return nearest;
        }
        String ending = endingWith("." + wanted, known);
        return ending != null ? ending : startingWith(wanted, known);
    }

    /** The last segment of a plugin's name is what people remember. */
    private static @Nullable String endingWith(String ending, Collection<String> known) {
        for (String name : known) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                return name;
            }
        }
        return null;
    }

    private static @Nullable String startingWith(String wanted, Collection<String> known) {
        for (String name : known) {
            if (name.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return name;
            }
        }
        return null;
    }

    /** Counts insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        int replace = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replace, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
