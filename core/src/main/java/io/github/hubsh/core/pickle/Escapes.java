package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The two escaped notations of protocol 0, both one line of text. */
final class Escapes {
    private static final String SIMPLE = "abtnvfr\\'\"";
    private static final byte[] SIMPLE_VALUES = {7, 8, 9, 10, 11, 12, 13, '\\', '\'', '"'};

    private Escapes() {}

    /** Reads Python 2's {@code repr} of a {@code str}, quotes included. */
    static byte[] string(byte[] line) throws ContentException {
        String quoted = new String(line, StandardCharsets.ISO_8859_1).strip();
        int last = quoted.length() - 1;
        char quote = last < 1 ? 0 : quoted.charAt(0);
        if ((quote != '\'' && quote != '"') || quoted.charAt(last) != quote) {
            throw new ContentException("a str without its quotes");
        }
        String body = quoted.substring(1, last);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(body.length());
        for (int i = 0; i < body.length(); ) {
            i = body.charAt(i) == '\\' ? escape(body, i + 1, plain) : literal(body, i, plain);
        }
        return plain.toByteArray();
    }

    private static int literal(String body, int i, ByteArrayOutputStream plain) {
        plain.write(body.charAt(i));
        return i + 1;
    }

    /** Writes what the escape stands for; returns where the rest begins. */
    private static int escape(String body, int i, ByteArrayOutputStream plain) throws ContentException {
        if (i == body.length()) {
            throw new ContentException("a backslash at the end of a str");
        }
        int simple = SIMPLE.indexOf(body.charAt(i));
        if (simple >= 0) {
            plain.write(SIMPLE_VALUES[simple]);
            return i + 1;
        } else if (body.charAt(i) == 'x') {
            plain.write(hex(body, i + 1, 2));
            return i + 3;
        } else if (body.charAt(i) >= '0' && body.charAt(i) <= '7') {
            return octal(body, i, plain);
        }
        plain.write('\\');
        return literal(body, i, plain);
    }

    private static int octal(String body, int start, ByteArrayOutputStream plain) {
        int value = 0;
        int i = start;
        while (i < body.length() && i < start + 3 && body.charAt(i) >= '0' && body.charAt(i) <= '7') {
            value = value * 8 + body.charAt(i++) - '0';
        }
        plain.write(value);
        return i;
    }

    /** Reads latin1 text in which an odd number of backslashes before a u or U makes the last one an escape. */
    static String rawUnicode(byte[] line) throws ContentException {
        String raw = new String(line, StandardCharsets.ISO_8859_1);
        StringBuilder plain = new StringBuilder(raw.length());
        int backslashes = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int digits = backslashes % 2 == 0 ? 0 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
            backslashes = c == '\\' ? backslashes + 1 : 0;
            if (digits == 0) {
                plain.append(c);
                continue;
            }
            plain.setLength(plain.length() - 1);
            plain.appendCodePoint(codePoint(raw, i + 1, digits));
            i += digits;
        }
        return plain.toString();
    }

    private static int codePoint(String raw, int start, int digits) throws ContentException {
        int point = hex(raw, start, digits);
        if (!Character.isValidCodePoint(point)) {
            throw new ContentException("an escape for a character that does not exist");
        }
        return point;
    }

    private static int hex(String text, int start, int digits) throws ContentException {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new ContentException("an escape that needs " + digits + " hexadecimal digits");
            }
            value = (value << 4) | digit;
        }
        return value;
    }
}
