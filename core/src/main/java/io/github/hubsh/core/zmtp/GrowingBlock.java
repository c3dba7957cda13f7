package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of one frame, as {@link GrowingBytes} does, in memory that is given and goes back. */
final class GrowingBlock {
    private static final int MIN_CAPACITY = 256;

    // Mutable state, the owner's
    private @Nullable FrameBlock block;

    /**
     * Takes bytes from the input.
     *
     * @param count how many
     * @param remaining how many are announced to come after these
     */
    void append(ByteBuffer input, int count, int remaining, FrameMemory memory) {
        ByteBuffer room = room(count, remaining, memory).bytes();
        room.put(input.slice(input.position(), count));
        input.position(input.position() + count);
    }

    /** Returns how much memory it takes. */
    int capacity() {
        FrameBlock current = block;
        return current == null ? 0 : current.bytes().capacity();
    }

    /** Returns what was collected, from the start to the limit of its bytes, and begins again with nothing. */
    FrameBlock take() {
        FrameBlock taken = block;
        if (taken == null) {
            throw new IllegalStateException("nothing is collected");
        }
        block = null;
        taken.bytes().flip();
        return taken;
    }

    /** Forgets what was collected. */
    void clear() {
        FrameBlock forgotten = block;
        block = null;
        if (forgotten != null) {
            forgotten.release();
        }
    }

    private FrameBlock room(int count, int remaining, FrameMemory memory) {
        FrameBlock current = block;
        int held = current == null ? 0 : current.bytes().position();
        int needed = held + count;
        if (current != null && needed <= current.bytes().capacity()) {
            return current;
        }
        long grown = Math.max(MIN_CAPACITY, Math.max(needed, 2L * capacity()));
        FrameBlock larger = memory.allocate((int) Math.min(grown, (long) needed + remaining));
        if (current != null) {
            larger.bytes().put(current.bytes().flip());
            current.release();
        }
        block = larger;
        return larger;
    }
}
