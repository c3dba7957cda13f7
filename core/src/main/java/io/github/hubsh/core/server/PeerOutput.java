package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written to one connection, and waits until its peer reads. On the loop. */
final class PeerOutput {
    /** What the objects of a message in the queue of one connection take. */
    private static final int OVERHEAD_BYTES = 256;

    private final Channel channel;
    private final MemoryBudget budget;
    private final OutputRoom room;
    private final WriteProgress progress;

    // Mutable state, the loop's
    private long written;

    PeerOutput(Channel channel, MemoryBudget budget, ServerLimits limits, long now) {
        this.channel = channel;
        this.budget = budget;
        this.room = new OutputRoom(budget);
        this.progress = new WriteProgress(limits.idleTimeoutNanos(), now);
        channel.config()
                .setWriteBufferWaterMark(
                        new WriteBufferWaterMark(limits.maxUnsentBytes() / 2, limits.maxUnsentBytes()));
    }

    /** Returns how many bytes wait. */
    long unsentBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Whether little waits, as at a peer that reads. */
    boolean isShort() {
        return OutputRoom.isShort(unsentBytes());
    }

    /** Whether there is room for an answer or a request. */
    boolean takes(OutgoingMessage message) {
        return channel.isWritable() && room.takes(message, unsentBytes());
    }

    /** Whether there is room for a broadcast. */
    boolean takesBroadcast(OutgoingMessage message) {
        return channel.isWritable() && room.takesBroadcast(message, unsentBytes());
    }

    /** Whether the peer has read nothing of what waits for too long. */
    boolean isStuck(long now) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long partly = buffer == null ? 0 : buffer.currentProgress();
        return progress.isStuck(written + partly, unsentBytes(), now);
    }

    /** Writes a message, and does not flush. */
    void write(OutgoingMessage message, PeerDebts.@Nullable Debt debt) {
        List<ByteBuf> parts = message.parts();
        int last = parts.size() - 1;
        for (int i = 0; i < last; i++) {
            ChannelFuture unused = channel.write(parts.get(i).retainedDuplicate(), channel.voidPromise());
        }
        Waiting waiting = new Waiting(message.retain(), debt);
        ChannelFuture unused = channel.write(
                parts.get(last).retainedDuplicate(), channel.newPromise().addListener(waiting));
    }

    /** Writes what belongs to the protocol. */
    void write(Octets bytes) {
        ChannelFuture unused = channel.write(Unpooled.wrappedBuffer(bytes.toArray()), channel.voidPromise());
    }

    /** A message in the queue. */
    private final class Waiting implements ChannelFutureListener {
        private final OutgoingMessage message;
        private final PeerDebts.@Nullable Debt debt;

        Waiting(OutgoingMessage message, PeerDebts.@Nullable Debt debt) {
            this.message = message;
            this.debt = debt;
            budget.take(OVERHEAD_BYTES);
            if (debt != null) {
                debt.owe(message.size());
            }
        }

        @Override
        public void operationComplete(ChannelFuture future) {
            written++;
            budget.give(OVERHEAD_BYTES);
            if (debt != null) {
                debt.settle(message.size());
            }
            message.release();
        }
    }
}
