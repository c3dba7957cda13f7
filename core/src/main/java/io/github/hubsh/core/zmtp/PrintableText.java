package io.github.hubsh.core.zmtp;

import java.nio.charset.StandardCharsets;

/** Bytes of a peer as text that is safe to print: the visible characters of ASCII and the space. */
final class PrintableText {
    private static final int MAX_LENGTH = 255;
    private static final char REPLACEMENT = '?';

    private PrintableText() {}

    /** Returns at most 255 characters, with a question mark for each byte that is not printable. */
    static String of(byte[] bytes) {
        return of(new String(bytes, 0, Math.min(bytes.length, MAX_LENGTH), StandardCharsets.ISO_8859_1));
    }

    /** Returns at most 255 characters, with a question mark for each that is not printable. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
        for (int i = 0; i < printable.length(); i++) {
            char each = printable.charAt(i);
            if (each < ' ' || each > '~') {
                printable.setCharAt(i, REPLACEMENT);
            }
        }
        return printable.toString();
    }
}
