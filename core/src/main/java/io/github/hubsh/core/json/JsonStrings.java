package io.github.hubsh.core.json;

/**
 * JSON's strings. Half a surrogate pair is no UTF-8: Python takes it as an escape, and for other readers, some of which
 * refuse that escape, it becomes U+FFFD.
 */
final class JsonStrings {
    private static final String SHORT = "\"\\\b\f\n\r\t";
    private static final String SHORT_ESCAPES = "\"\\bfnrt";
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private JsonStrings() {}

    /** Quotes for all readers, terminals among them: what a terminal obeys is an escape. */
    static void quoteWhole(String plain, StringBuilder text) {
        quote(WholeText.of(plain), text, true);
    }

    /** Quotes for readers that take every escape, so that nothing is lost. */
    static void quote(String plain, StringBuilder text) {
        quote(plain, text, false);
    }

    private static void quote(String plain, StringBuilder text, boolean harmless) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < plain.length()
                    && Character.isLowSurrogate(plain.charAt(i + 1))) {
                text.append(c).append(plain.charAt(++i));
            } else if (c < DELETE
                    ? isPlain(c)
                    : c != DELETE && !Character.isSurrogate(c) && !(harmless && isObeyed(c))) {
                text.append(c);
            } else {
                escape(c, text);
            }
        }
        text.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    /** Controls of C1; what turns the letters behind it around; what ends a line, or is not seen. */
    private static boolean isObeyed(char c) {
        return c <= LAST_CONTROL
                || c == 0x61c
                || (c >= 0x200b && c <= 0x200f && c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff;
    }

    private static void escape(char c, StringBuilder text) {
        int known = SHORT.indexOf(c);
        if (known >= 0) {
            text.append('\\').append(SHORT_ESCAPES.charAt(known));
        } else {
            text.append(String.format("\\u%04x", (int) c));
        }
    }
}
