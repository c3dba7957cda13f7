package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the bytes of one frame. The array grows with what has come, never with what was announced. */
final class GrowingBytes {
    private static final int MIN_CAPACITY = 256;
    private static final byte[] NONE = new byte[0];

    // Mutable state, the owner's
    private byte[] content = NONE;
    private int size;

    /**
     * Takes bytes from the input.
     *
     * @param count how many
     * @param remaining how many are announced to come after these
     */
    void append(ByteBuffer input, int count, int remaining) {
        int needed = size + count;
        if (needed > content.length) {
            long grown = Math.max(MIN_CAPACITY, Math.max(needed, 2L * content.length));
            content = Arrays.copyOf(content, (int) Math.min(grown, (long) needed + remaining));
        }
        input.get(content, size, count);
        size = needed;
    }

    /** Returns how much memory it takes. */
    int capacity() {
        return content.length;
    }

    /** Forgets what was collected. */
    void clear() {
        content = NONE;
        size = 0;
    }

    /** Returns what was collected, and begins again with nothing. */
    byte[] take() {
        byte[] taken = content.length == size ? content : Arrays.copyOf(content, size);
        clear();
        return taken;
    }
}
