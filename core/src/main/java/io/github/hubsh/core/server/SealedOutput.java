package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameBlock;
import io.github.hubsh.core.zmtp.FrameSealer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.nio.ByteBuffer;

/**
 * Seals what is written to one peer, after the handshake. What is sealed is a copy for this peer alone, also of a
 * message that many get, and counts as such. On the loop.
 */
final class SealedOutput extends ChannelOutboundHandlerAdapter {
    private final FrameSealer sealer;
    private final MemoryBudget budget;

    SealedOutput(FrameSealer sealer, MemoryBudget budget) {
        this.sealer = sealer;
        this.budget = budget;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf plain = (ByteBuf) message;
        try {
            ByteBuffer sealed = sealer.seal(plain.nioBuffer());
            if (sealed.hasRemaining()) {
                write(context, sealed, promise.unvoid());
            } else if (!promise.isVoid()) {
                ChannelFuture unused = context.write(Unpooled.EMPTY_BUFFER, promise);
            }
        } finally {
            plain.release();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        sealer.close();
    }

    private void write(ChannelHandlerContext context, ByteBuffer sealed, ChannelPromise promise) {
        ByteBuf own = own(context, sealed);
        long size = own.capacity();
        budget.take(size);
        ChannelFuture unused = context.write(own, promise.addListener(future -> budget.give(size)));
    }

    private ByteBuf own(ChannelHandlerContext context, ByteBuffer sealed) {
        int size = sealed.remaining();
        FrameBlock large = sealer.takeLarge();
        return large == null
                ? context.alloc().directBuffer(size).writeBytes(sealed)
                : SealedMemory.content(large).setIndex(0, size);
    }
}
