package io.github.hubsh.shell.render;

/** Makes text from elsewhere harmless at a terminal: control characters are shown, not obeyed. */
public final class Visible {
    private Visible() {}

    /** Returns the text with every control character escaped, line ends and tabs included. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHarmful(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHarmful(c)) {
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

    /** C0 and C1 controls, and the marks that reverse what follows them or break the line. */
    private static boolean isHarmful(char c) {
        return Character.isISOControl(c)
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u2028'
                || c == '\u2029';
    }
}
