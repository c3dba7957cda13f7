package io.github.hubsh.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short ASCII texts that come again and again, as names do: a text that has come lately is not made again. There is a
 * place for each hash code, which the latest text takes. One thread uses it.
 */
public final class RepeatedTexts {
    private static final int MAX_LENGTH = 64;
    private static final int PLACES = 4096; // a power of two

    // Mutable state
    private final @Nullable Entry[] entries = new Entry[PLACES];

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] bytes, String text) {}

    /** Returns the text that stands in these bytes. */
    String of(byte[] bytes, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return text(bytes, from, to);
        }
        int place = place(bytes, from, to);
        Entry entry = entries[place];
        if (entry == null || !Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
            entry = new Entry(Arrays.copyOfRange(bytes, from, to), text(bytes, from, to));
            entries[place] = entry;
        }
        return entry.text;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int place(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
