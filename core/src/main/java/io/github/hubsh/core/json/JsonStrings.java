package io.github.hubsh.core.json;

/**
 * JSON's strings. Half a surrogate pair is no UTF-8: Python takes it as an escape, and for other readers, some of which
 * refuse that escape, it becomes U+FFFD.
 */
final class JsonStrings {
    private static final String SHORT = "\"\\\b\f\n\r\t";
    private static final String SHORT_ESCAPES = "\"\\bfnrt";

    private JsonStrings() {}

    /** Quotes for all readers. */
    static void quoteWhole(String plain, StringBuilder text) {
        quote(WholeText.of(plain), text);
    }

    /** Quotes for readers that take every escape, so that nothing is lost. */
    static void quote(String plain, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < plain.length()
                    && Character.isLowSurrogate(plain.charAt(i + 1))) {
                text.append(c).append(plain.charAt(++i));
            } else if (c >= ' ' && c != '"' && c != '\\' && c != 0x7f && !Character.isSurrogate(c)) {
                text.append(c);
            } else {
                escape(c, text);
            }
        }
        text.append('"');
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
