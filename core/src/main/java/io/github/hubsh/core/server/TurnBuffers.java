package io.github.hubsh.core.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.util.function.IntSupplier;

/** Buffers to read one connection into: as large as what it sends, and no larger than its turn. */
@SuppressWarnings("deprecation") // of the handles; Netty's own allocators have no others
final class TurnBuffers implements RecvByteBufAllocator {
    /** How often a connection is read before the next one gets its turn. */
    private static final int READS_PER_TURN = 1;

    private final RecvByteBufAllocator adaptive = new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(READS_PER_TURN);
    private final IntSupplier maxBytes;

    /**
     * Buffers of one connection.
     *
     * @param maxBytes is asked before each read
     */
    TurnBuffers(IntSupplier maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Handle newHandle() {
        return new TurnHandle(adaptive.newHandle());
    }

    private final class TurnHandle extends DelegatingHandle implements ExtendedHandle {
        TurnHandle(Handle adaptive) {
            super(adaptive);
        }

        @Override
        public int guess() {
            return Math.min(super.guess(), maxBytes.getAsInt());
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            return allocator.ioBuffer(guess());
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return ((ExtendedHandle) delegate()).continueReading(maybeMore);
        }
    }
}
