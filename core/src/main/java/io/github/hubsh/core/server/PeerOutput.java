package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameSealer;
import io.github.hubsh.core.zmtp.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is written to one connection, and waits until its peer reads. On the loop. */
final class PeerOutput {
    /** How long the peer may take to read why it is hung up on. */
    static final long LAST_WRITE_TIMEOUT = TimeUnit.SECONDS.toNanos(1);

    /** What the objects of a message in the queue of one connection take. */
    private static final int OVERHEAD_BYTES = 256;

    private final Channel channel;
    private final ServerMemory memory;
    private final MemoryBudget budget;
    private final OutputRoom room;
    private final WriteProgress progress;

    // Mutable state, the loop's
    private long written;
    private @Nullable MessageBatch batch;
    private int lastBatch;

    PeerOutput(Channel channel, ServerMemory memory, ServerLimits limits, long now) {
        this.channel = channel;
        this.memory = memory;
        this.budget = memory.budget();
        this.room = new OutputRoom(budget);
        this.progress = new WriteProgress(limits.idleTimeoutNanos(), now);
        channel.config()
                .setWriteBufferWaterMark(
                        new WriteBufferWaterMark(limits.maxUnsentBytes() / 2, limits.maxUnsentBytes()));
    }

    /** Returns how many bytes wait. */
    long unsentBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long batched = batch == null ? 0 : batch.size();
        return buffer == null ? batched : batched + buffer.totalPendingWriteBytes();
    }

    /** Whether little waits, as at a peer that reads. */
    boolean isShort() {
        return OutputRoom.isShort(unsentBytes());
    }

    /** Whether there is room for an answer or a request. */
    boolean takes(long size) {
        return channel.isWritable() && room.takes(size, unsentBytes());
    }

    /** Whether there is room for a broadcast. */
    boolean takesBroadcast(long size) {
        return channel.isWritable() && room.takesBroadcast(size, unsentBytes());
    }

    /** Whether the peer has read nothing of what waits for too long. */
    boolean isStuck(long now) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long partly = buffer == null ? 0 : buffer.currentProgress();
        return progress.isStuck(written + partly, unsentBytes(), now);
    }

    /** Writes a message to this peer alone: a short one together with others. */
    void write(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending) {
        if (size > MessageBatch.MAX_MESSAGE_BYTES) {
            OutgoingMessage message = new OutgoingMessage(channel.alloc(), budget, frames);
            write(message, pending);
            message.release();
        } else {
            add(frames, size, pending);
        }
    }

    /** Seals what is written from now on, if there is what seals it. */
    void seal(@Nullable FrameSealer sealer) {
        if (sealer != null) {
            channel.pipeline().addFirst(new SealedOutput(sealer, budget));
        }
    }

    /** Writes and flushes the last bytes, behind which the connection is closed. */
    void writeLast(Octets bytes) {
        endBatch();
        ChannelFuture unused =
                channel.writeAndFlush(Unpooled.wrappedBuffer(bytes.toArray())).addListener(ChannelFutureListener.CLOSE);
    }

    /** Adds a short message to those that are written together at the end of the turn. */
    private void add(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending) {
        MessageBatch current = batch;
        if (current == null || !current.hasRoom(size)) {
            endBatch();
            current = new MessageBatch(channel.alloc(), budget, (int) Math.max(size, lastBatch));
            batch = current;
        }
        current.add(frames, size, pending);
    }

    /** Writes what was added, and does not flush. */
    void endBatch() {
        MessageBatch ended = batch;
        if (ended != null) {
            batch = null;
            lastBatch = ended.size();
            memory.countSent(ended.size());
            ChannelFuture unused =
                    channel.write(ended.buffer(), channel.newPromise().addListener(future -> {
                        written++;
                        ended.finish();
                    }));
        }
    }

    /** Writes a message, and does not flush. */
    void write(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending) {
        endBatch();
        memory.countSent(message.size());
        List<ByteBuf> parts = message.parts();
        int last = parts.size() - 1;
        for (int i = 0; i < last; i++) {
            ChannelFuture unused = channel.write(parts.get(i).retainedDuplicate(), channel.voidPromise());
        }
        Waiting waiting = new Waiting(message.retain(), pending);
        ChannelFuture unused = channel.write(
                parts.get(last).retainedDuplicate(), channel.newPromise().addListener(waiting));
    }

    /** Writes what belongs to the protocol. */
    void write(Octets bytes) {
        endBatch();
        ChannelFuture unused = channel.write(Unpooled.wrappedBuffer(bytes.toArray()), channel.voidPromise());
    }

    /** A message in the queue. */
    private final class Waiting implements ChannelFutureListener {
        private final OutgoingMessage message;
        private final PeerPendingBytes.@Nullable Pending pending;

        Waiting(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending) {
            this.message = message;
            this.pending = pending;
            budget.take(OVERHEAD_BYTES);
            if (pending != null) {
                pending.add(message.size());
            }
        }

        @Override
        public void operationComplete(ChannelFuture future) {
            written++;
            budget.give(OVERHEAD_BYTES);
            if (pending != null) {
                pending.remove(message.size());
            }
            message.release();
        }
    }
}
