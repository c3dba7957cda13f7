package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameBytes;
import io.github.hubsh.core.zmtp.OpenedBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message that a peer is sending, as far as it has come, and its memory. On the loop. */
final class IncomingMessage {
    /** What the objects of a frame take. */
    private static final int FRAME_OVERHEAD_BYTES = 128;

    private final FrameAssembler assembler;
    private final MemoryBudget budget;

    // Mutable state, the loop's
    private final List<SharedBytes> frames = new ArrayList<>();
    private int detached;
    private long held;
    private long sealed;
    private boolean delivering;

    IncomingMessage(ByteBufAllocator allocator, MemoryBudget budget) {
        this.assembler = new FrameAssembler(allocator);
        this.budget = budget;
    }

    /** Takes a piece of a frame. */
    void take(ByteBuf input, int index, FrameBytes piece) {
        @Nullable SharedBytes frame = assembler.take(input, index, piece);
        if (frame != null) {
            frames.add(frame);
        }
    }

    /** Takes a whole frame that was sealed. It has a buffer of its own, so it may be held as it is. */
    void take(OpenedBytes opened) {
        FrameBytes piece = opened.piece();
        if (piece.length() == 0) {
            opened.block().release();
            frames.add(SharedBytes.EMPTY);
        } else {
            ByteBuf whole =
                    SealedMemory.content(opened.block()).setIndex(piece.offset(), piece.offset() + piece.length());
            frames.add(SharedBytes.of(whole, opened.buffer().capacity()));
        }
    }

    /** So much of a sealed frame is held elsewhere, until it is whole. */
    void holdSealed(long bytes) {
        budget.take(bytes - sealed);
        sealed = bytes;
    }

    /** Hands the frames of the complete message over for the time of a call, and ends it. */
    void deliver(Runnable receiver) {
        for (SharedBytes frame : frames) {
            frame.charge(budget);
        }
        hold(0);
        delivering = true;
        try {
            receiver.run();
        } finally {
            delivering = false;
            for (SharedBytes frame : frames) {
                frame.discharge(budget);
            }
            releaseFrames();
        }
    }

    List<SharedBytes> frames() {
        return frames;
    }

    /** The buffer that was read is used up: of an unfinished message, what it still holds is kept apart from it. */
    void endInput() {
        while (detached < frames.size()) {
            frames.set(detached, assembler.detach(frames.get(detached)));
            detached++;
        }
        long now = assembler.heldBytes();
        for (SharedBytes frame : frames) {
            now += frame.pinned() + FRAME_OVERHEAD_BYTES;
        }
        hold(now);
    }

    /** Returns how much memory an unfinished message takes; 0 if there is none. */
    long heldBytes() {
        return held + sealed;
    }

    void close() {
        assembler.close();
        if (!delivering) {
            releaseFrames();
        }
        hold(0);
        holdSealed(0);
    }

    private void hold(long now) {
        budget.take(now - held);
        held = now;
    }

    private void releaseFrames() {
        for (SharedBytes frame : frames) {
            frame.release();
        }
        frames.clear();
        detached = 0;
    }
}
