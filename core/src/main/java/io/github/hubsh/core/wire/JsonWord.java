package io.github.hubsh.core.wire;

import java.nio.charset.StandardCharsets;

/** A word that is looked for in a text: its first eight bytes are compared at once, and seldom more. */
final class JsonWord {
    private final byte[] bytes;
    private final long first;
    private final long mask;

    private JsonWord(byte[] bytes) {
        this.bytes = bytes;
        long start = 0;
        long used = 0;
        for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
            start |= (bytes[i] & 0xFFL) << (Byte.SIZE * i);
            used |= 0xFFL << (Byte.SIZE * i);
        }
        this.first = start;
        this.mask = used;
    }

    /** A word of ASCII. */
    static JsonWord of(String word) {
        return new JsonWord(word.getBytes(StandardCharsets.US_ASCII));
    }

    int length() {
        return bytes.length;
    }

    /** Whether the word stands at this place of a text, which ends somewhere. */
    boolean isAt(byte[] text, int position, int end) {
        if (end - position < bytes.length) {
            return false;
        }
        if (text.length - position < Long.BYTES) {
            return matches(text, position, 0);
        }
        long found = (long) JsonScanner.LONGS.get(text, position);
        return (found & mask) == first && matches(text, position, Long.BYTES);
    }

    private boolean matches(byte[] text, int position, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (text[position + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
