package io.github.hubsh.core.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What has come of a peer, and is not looked at before something is decided. Its memory counts. On the loop. */
final class UnreadBytes {
    private final MemoryBudget budget;

    // Mutable state, the loop's
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    UnreadBytes(MemoryBudget budget) {
        this.budget = budget;
    }

    int size() {
        return bytes.readableBytes();
    }

    /** Adds a copy. */
    void add(ByteBuf more) {
        ByteBuf both = Unpooled.copiedBuffer(bytes, more);
        budget.take(more.readableBytes());
        bytes.release();
        bytes = both;
    }

    /** Returns them, to be released by the caller, and begins again with none. */
    ByteBuf take() {
        ByteBuf taken = bytes;
        budget.give(taken.readableBytes());
        bytes = Unpooled.EMPTY_BUFFER;
        return taken;
    }
}
