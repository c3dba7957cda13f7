package io.github.hubsh.shell.render;

/**
 * Makes text from elsewhere harmless at a terminal: control sequences are shown instead of obeyed. It also shows
 * invisible characters, because a name with one in it looks like another name.
 */
public final class Sanitizer {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    /** Scripts and pictographs whose shapes depend on joiners are all behind this. */
    private static final int FIRST_JOINED = 0x600;

    private Sanitizer() {}

    /** Returns the text with every such character escaped, line ends and tabs included. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c > '~' && isHarmful(text, i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHarmful(text, i)) {
                visible.append(c);
            } else if (c == '\n') {
                visible.append("\\n");
            } else if (c == '\r') {
                visible.append("\\r");
            } else if (c == '\t') {
                visible.append("\\t");
            } else {
                visible.append("\\u").append(Integer.toHexString(c + 0x10000).substring(1));
            }
        }
        return visible.toString();
    }

    private static boolean isHarmful(String text, int index) {
        char c = text.charAt(index);
        if (Character.isSurrogate(c)) {
            return isHarmfulHalf(text, index);
        }
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return !joins(text, index);
        }
        // C0 and C1 controls; marks that reverse what follows them; what has no width; what breaks the line.
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u00ad' && Character.getType(c) == Character.FORMAT);
    }

    /** A surrogate without its partner is no character, and a few whole pairs are invisible tags. */
    private static boolean isHarmfulHalf(String text, int index) {
        int start = Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
        if (start < 0 || start + 1 >= text.length()) {
            return true;
        }
        int codePoint = text.codePointAt(start);
        return !Character.isSupplementaryCodePoint(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean joins(String text, int index) {
        return index > 0
                && index + 1 < text.length()
                && text.charAt(index - 1) >= FIRST_JOINED
                && text.charAt(index + 1) >= FIRST_JOINED
                && Character.getType(text.charAt(index - 1)) != Character.FORMAT;
    }
}
