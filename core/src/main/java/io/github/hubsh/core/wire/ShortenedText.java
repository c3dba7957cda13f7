package io.github.hubsh.core.wire;

import java.io.ByteArrayOutputStream;

/** JSON text without its long strings: enough to answer a message that is too large to be read. */
public final class ShortenedText {
    private static final int MAX_STRING_BYTES = 4 << 10;
    private static final int MAX_TEXT_BYTES = 1 << 20;

    private ShortenedText() {}

    /** Returns the text with the long strings empty, and not more than the first megabyte of that. */
    public static byte[] of(byte[] json) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < json.length && text.size() < MAX_TEXT_BYTES; i++) {
            text.write(json[i]);
            if (json[i] == '"') {
                int end = endOfString(json, i + 1);
                if (end - i <= MAX_STRING_BYTES) {
                    text.write(json, i + 1, end - i - 1);
                }
                if (end < json.length) {
                    text.write('"');
                }
                i = end;
            }
        }
        return text.toByteArray();
    }

    private static int endOfString(byte[] json, int start) {
        int i = start;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, json.length);
    }
}
