package io.github.hubsh.core.transport;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zmq.Msg;
import zmq.io.Metadata;
import zmq.msg.MsgAllocator;

/**
 * Bounds what a stranger can make JeroMQ 0.6.0 hold in memory. Its decoder asks this allocator for every frame, on the
 * I/O thread.
 *
 * <p>A frame whose announced size overflows to a huge or negative number passes the engine's own limit and would end
 * the I/O thread, and with it every connection of the process; here it gets an empty frame, and what follows on that
 * connection is its sender's loss. A message that never ends would collect frames without limit, because the engine
 * hands a message on only when it is complete; here its "more" flag is taken away at {@link #MAX_FRAMES} frames or
 * {@link #MAX_MESSAGE_BYTES}, which makes it a complete message that the receiver can refuse.
 */
final class GuardedMessages implements MsgAllocator {
    static final int MAX_FRAME_BYTES = 256 << 20;
    static final long MAX_MESSAGE_BYTES = 256L << 20;
    static final int MAX_FRAMES = 64;

    /** What each connection has sent of the message under way. */
    private final Map<Origin, Progress> unfinished = new HashMap<>();

    private final ReferenceQueue<Metadata> gone = new ReferenceQueue<>();

    @Override
    public Msg allocate(int size) {
        return size < 0 || size > MAX_FRAME_BYTES ? new CountedMsg(0) : new CountedMsg(size);
    }

    /** Returns how many connections have sent a part of a message; those that are gone do not count. */
    synchronized int underWay() {
        forgetGone();
        return unfinished.size();
    }

    private synchronized boolean takesMore(Metadata metadata, int size, boolean more) {
        forgetGone();
        Origin origin = new Origin(metadata, gone);
        if (!more) {
            unfinished.remove(origin);
            return true;
        }
        Progress progress = unfinished.computeIfAbsent(origin, unseen -> new Progress());
        progress.frames++;
        progress.bytes += size;
        if (progress.frames < MAX_FRAMES && progress.bytes < MAX_MESSAGE_BYTES) {
            return true;
        }
        unfinished.remove(origin);
        return false;
    }

    private void forgetGone() {
        for (Object origin = gone.poll(); origin != null; origin = gone.poll()) {
            unfinished.remove(origin);
        }
    }

    /**
     * A connection's metadata object is its identity. What it says is none: two connections to one hub say the same,
     * and a peer says what it likes.
     */
    private static final class Origin extends WeakReference<Metadata> {
        private final int hash;

        Origin(Metadata metadata, ReferenceQueue<Metadata> gone) {
            super(metadata, gone);
            hash = System.identityHashCode(metadata);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Origin origin && origin.refersTo(get()));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Progress {
        private int frames;
        private long bytes;
    }

    /** Learns which connection it came by when the engine attaches that connection's metadata. */
    private final class CountedMsg extends Msg {
        CountedMsg(int size) {
            super(size);
        }

        @Override
        public Msg setMetadata(Metadata metadata) {
            if (!takesMore(metadata, size(), hasMore())) {
                resetFlags(Msg.MORE);
            }
            return super.setMetadata(metadata);
        }
    }
}
