package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.Sealer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Seals what one side sends, after the handshake: plain frames in, however they are cut, and sealed frames out. What
 * goes in is our own, so it is not checked. Not thread-safe.
 */
public final class FrameSealer {
    private static final int MIN_CAPACITY = 4 << 10;
    private static final int MAX_KEPT_CAPACITY = 128 << 10;
    private static final FrameBlock NONE = FrameMemory.HEAP.allocate(0);

    private final Sealer sealer;
    private final FrameHeaderDecoder headers = new FrameHeaderDecoder();

    // Mutable state, the sender's
    private FrameMemory memory = FrameMemory.HEAP;
    private long lastNumber;
    private FrameBlock output = NONE;
    private int sealed; // bytes of frames that are whole
    private int filled; // and with what has come of the next one
    private int bodyAt;
    private int missing;
    private boolean inFrame;

    FrameSealer(Sealer sealer, long lastNumber) {
        this.sealer = sealer;
        this.lastNumber = lastNumber;
    }

    /** From now on frames are made in this memory. */
    public void useMemory(FrameMemory given) {
        memory = given;
    }

    /**
     * Takes bytes of plain frames.
     *
     * @return the frames that end in them, sealed; valid until the next call
     */
    public ByteBuffer seal(ByteBuffer plain) {
        keepUnfinished();
        while (plain.hasRemaining() || (inFrame && missing == 0)) {
            if (!inFrame && !begin(plain)) {
                break;
            }
            int count = Math.min(missing, plain.remaining());
            output.bytes().put(filled, plain, plain.position(), count);
            plain.position(plain.position() + count);
            filled += count;
            missing -= count;
            if (missing == 0) {
                end();
            }
        }
        return output.bytes().slice(0, sealed);
    }

    /**
     * Hands over the memory of what the last call has returned, if it is too large to be kept, and filled; else it is
     * {@code null}, and a copy is to be made.
     */
    public @Nullable FrameBlock takeLarge() {
        if (!isLarge()) {
            return null;
        }
        FrameBlock taken = output;
        output = NONE;
        sealed = 0;
        filled = 0;
        return taken;
    }

    /** Gives all memory back. Nothing is sealed any more. */
    public void close() {
        output.release();
        output = NONE;
        sealed = 0;
        filled = 0;
    }

    private boolean isLarge() {
        return filled == sealed && output.bytes().capacity() > MAX_KEPT_CAPACITY;
    }

    private void keepUnfinished() {
        if (isLarge()) {
            close();
        }
        int held = filled - sealed;
        if (held > 0 && sealed > 0) {
            output.bytes().put(0, output.bytes(), sealed, held);
        }
        bodyAt -= sealed;
        sealed = 0;
        filled = held;
    }

    /** Makes room for the frame whose header has come; {@code false} if it has not. */
    private boolean begin(ByteBuffer plain) {
        FrameHeader header = header(plain);
        if (header == null) {
            return false;
        }
        int size = (int) header.size();
        FrameHeader outer = FrameHeader.last((long) SealedFrame.BODY_AT + size);
        makeRoom(filled + outer.bytes() + (int) outer.size());
        ByteBuffer target = output.bytes();
        outer.writeTo(target.position(filled));
        int start = filled + outer.bytes();
        SealedFrame.writeName(target, start);
        target.putLong(start + SealedFrame.NONCE_AT, ++lastNumber);
        target.put(start + SealedFrame.FLAGS_AT, (byte)
                ((header.more() ? SealedFrame.MORE : 0) | (header.command() ? SealedFrame.COMMAND : 0)));
        bodyAt = start + SealedFrame.BODY_AT;
        filled = bodyAt;
        missing = size;
        inFrame = true;
        return true;
    }

    private void makeRoom(int needed) {
        int capacity = output.bytes().capacity();
        if (needed > capacity) {
            int grown = Math.max(MIN_CAPACITY, Math.max(needed, Math.min(2 * capacity, MAX_KEPT_CAPACITY)));
            FrameBlock larger = memory.allocate(grown);
            larger.bytes().put(0, output.bytes(), 0, filled);
            output.release();
            output = larger;
        }
    }

    private @Nullable FrameHeader header(ByteBuffer plain) {
        try {
            return headers.read(plain);
        } catch (ZmtpException e) {
            throw new IllegalArgumentException("no frames of ours: " + e.getMessage(), e);
        }
    }

    private void end() {
        int boxAt = bodyAt - SealedFrame.BODY_AT + SealedFrame.BOX_AT;
        sealer.seal(lastNumber, output.bytes().duplicate().limit(filled).position(boxAt));
        sealed = filled;
        inFrame = false;
    }
}
