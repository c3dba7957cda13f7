package io.github.hubsh.core.json;

/**
 * Text that every reader of UTF-8 takes. A text of Python may hold half a surrogate pair, which is no character: raw it
 * would be invalid UTF-8, and jq refuses its escape in JSON as well.
 */
public final class WholeText {
    /** Stands for what cannot be shown. */
    private static final char REPLACEMENT = '\ufffd';

    private WholeText() {}

    /** Returns the text with each half of a surrogate pair replaced by U+FFFD; mostly the very same text. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text, i);
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder whole = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            if (isHalf(text, i)) {
                whole.append(REPLACEMENT);
            } else {
                whole.append(text.charAt(i));
            }
        }
        return whole.toString();
    }

    /** Returns whether the char is a surrogate without its partner. */
    public static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
