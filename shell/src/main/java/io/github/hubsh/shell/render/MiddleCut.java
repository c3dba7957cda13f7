package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Names cut in their middle, because what tells them apart is mostly at the end ({@code …_channel_017}) or at the
 * beginning. All names of a column are cut in one way: the first that keeps them distinct.
 */
final class MiddleCut {
    /** Twelfths of the room that the beginning gets, in the order in which they are tried. */
    private static final int[] BEGINNINGS = {6, 4, 8, 2, 10, 0};

    private MiddleCut() {}

    /** Returns the names; those that are wider than {@code width} columns have an ellipsis in them. */
    static List<String> of(List<String> names, int width) {
        if (names.stream().allMatch(name -> TextWidth.of(name) <= width)) {
            return names;
        }
        int distinct = new HashSet<>(names).size();
        List<String> best = names;
        int most = -1;
        for (int twelfths : BEGINNINGS) {
            List<String> cut = cut(names, width, (width - 1) * twelfths / 12);
            int kept = new HashSet<>(cut).size();
            if (kept > most) {
                best = cut;
                most = kept;
            }
            if (kept == distinct) {
                return cut;
            }
        }
        List<String> windows = windows(names, width);
        return new HashSet<>(windows).size() > most ? windows : best;
    }

    private static List<String> cut(List<String> names, int width, int beginning) {
        List<String> cut = new ArrayList<>(names.size());
        for (String name : names) {
            cut.add(TextWidth.of(name) <= width ? name : cut(name, width, beginning));
        }
        return cut;
    }

    private static String cut(String name, int width, int beginning) {
        int end = TextWidth.end(name, beginning);
        int left = width - 1 - TextWidth.of(name.substring(0, end));
        return name.substring(0, end) + "…" + name.substring(TextWidth.start(name, left));
    }

    /** Cuts both ends off, so that the part in which the names begin to differ is left. */
    private static List<String> windows(List<String> names, int width) {
        List<String> wide =
                names.stream().filter(name -> TextWidth.of(name) > width).toList();
        String common = wide.get(0);
        for (String name : wide) {
            common = common.substring(0, commonLength(common, name));
        }
        List<String> windows = new ArrayList<>(names.size());
        for (String name : names) {
            windows.add(
                    TextWidth.of(name) <= width
                            ? name
                            : "…" + TextWidth.cut(name.substring(common.length()), width - 1));
        }
        return windows;
    }

    private static int commonLength(String one, String other) {
        int length = 0;
        int most = Math.min(one.length(), other.length());
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        // Half a surrogate pair is no character.
        return length > 0 && Character.isHighSurrogate(one.charAt(length - 1)) ? length - 1 : length;
    }
}
