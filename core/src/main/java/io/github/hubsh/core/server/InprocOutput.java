package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.InprocLink;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What is sent to one peer in this process, and waits until it takes it. On the loop. */
final class InprocOutput {
    /** What the objects of a message in the queue of one connection take. */
    private static final int OVERHEAD_BYTES = 256;

    private final ServerLoop loop;
    private final InprocLink link;
    private final MemoryBudget budget;
    private final OutputRoom room;
    private final int maxUnsentBytes;
    private final WriteProgress progress;
    private final Queue<Waiting> taken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean finishing = new AtomicBoolean();

    // Mutable state, the loop's
    private final Set<Waiting> unsent = new LinkedHashSet<>();
    private long unsentBytes;
    private long finished;

    InprocOutput(ServerLoop loop, InprocLink link, ServerLimits limits, long now) {
        this.loop = loop;
        this.link = link;
        this.budget = loop.memory().budget();
        this.room = new OutputRoom(budget);
        this.maxUnsentBytes = limits.maxUnsentBytes();
        this.progress = new WriteProgress(limits.idleTimeoutNanos(), now);
    }

    /** Returns how many bytes wait. */
    long unsentBytes() {
        return unsentBytes;
    }

    boolean takes(long size) {
        return unsentBytes < maxUnsentBytes && room.takes(size, unsentBytes);
    }

    boolean takesBroadcast(long size) {
        return unsentBytes < maxUnsentBytes && room.takesBroadcast(size, unsentBytes);
    }

    /** Whether the peer has taken nothing of what waits for too long. */
    boolean isStuck(long now) {
        return progress.isStuck(finished, unsentBytes, now);
    }

    void write(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending) {
        Waiting waiting = new Waiting(message.retain(), new Frames(message.arrays()), pending);
        unsent.add(waiting);
        link.deliver(waiting);
    }

    /** The connection is over: what waits counts no more. */
    void close() {
        Set.copyOf(unsent).forEach(Waiting::finish);
    }

    private void finishTaken() {
        finishing.set(false);
        for (Waiting next = taken.poll(); next != null; next = taken.poll()) {
            next.finish();
        }
    }

    /** A message in the queue. */
    private final class Waiting implements InprocLink.Parcel {
        private final OutgoingMessage message;
        private final Frames frames;
        private final PeerPendingBytes.@Nullable Pending pending;

        Waiting(OutgoingMessage message, Frames frames, PeerPendingBytes.@Nullable Pending pending) {
            this.message = message;
            this.frames = frames;
            this.pending = pending;
            unsentBytes += message.size();
            budget.take(OVERHEAD_BYTES);
            if (pending != null) {
                pending.add(message.size());
            }
        }

        @Override
        public Frames frames() {
            return frames;
        }

        @Override
        public void taken() {
            taken.add(this);
            if (finishing.compareAndSet(false, true)) {
                loop.post(InprocOutput.this::finishTaken);
            }
        }

        void finish() {
            if (!unsent.remove(this)) {
                return; // the connection has ended meanwhile
            }
            finished++;
            unsentBytes -= message.size();
            budget.give(OVERHEAD_BYTES);
            if (pending != null) {
                pending.remove(message.size());
            }
            message.release();
        }
    }
}
