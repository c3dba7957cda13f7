package io.github.hubsh.shell.render;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** The shell's own signs as ASCII, for a charset without them: each keeps its width, so that columns stay. */
public final class AsciiFallback {
    private static final String SIGNS = "…▁▂▃▄▅▆▇█→·≤●";
    private static final String PLAIN = "~_.-:=+*#>-<*";

    private AsciiFallback() {}

    /** Returns the text as the charset can have it; what peers sent is left as it is. */
    public static String text(String text, Charset charset) {
        if (!charset.canEncode()) {
            return text;
        }
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder replaced = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int sign = c < 0x80 ? -1 : SIGNS.indexOf(c);
            if (sign >= 0 && !encoder.canEncode(c)) {
                replaced = replaced == null ? new StringBuilder(text) : replaced;
                replaced.setCharAt(i, PLAIN.charAt(sign));
            }
        }
        return replaced == null ? text : replaced.toString();
    }
}
