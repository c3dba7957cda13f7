package io.github.hubsh.shell.live;

import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.shell.session.network.HubEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Broadcasts that wait for their listener, unread, and what happened to the hub between them. Bounded in bytes. Any
 * thread may add; one takes.
 */
final class BroadcastQueue {
    /** How many events may wait: a listener may not be interested in them. */
    static final int MAX_EVENTS = 100;

    /** What the objects of a broadcast take beside its text. */
    private static final int OVERHEAD_BYTES = 400;

    /** How many the taker gets under one lock. */
    private static final int BATCH_SIZE = 256;

    /** What waits: one of the two is {@code null}. */
    record Entry(
            Instant time,
            @Nullable Broadcast broadcast,
            @Nullable HubEvent event) {}

    private final long room;

    // Mutable state, guarded by this
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private long bytes;
    private int events;
    private boolean takerWaits;
    private boolean woken;

    // Mutable state, the taker's
    private final Deque<Entry> batch = new ArrayDeque<>();

    /**
     * Begins empty.
     *
     * @param room how many bytes may wait; one broadcast may always
     */
    BroadcastQueue(long room) {
        this.room = room;
    }

    /** Adds a broadcast; returns whether there is room. */
    synchronized boolean offer(Instant time, Broadcast broadcast) {
        long size = size(broadcast);
        if (bytes > 0 && bytes + size > room) {
            return false;
        }
        bytes += size;
        add(new Entry(time, broadcast, null));
        return true;
    }

    /** Adds an event; returns whether there is room. */
    synchronized boolean offer(HubEvent event) {
        if (events >= MAX_EVENTS) {
            return false;
        }
        events++;
        add(new Entry(event.time(), null, event));
        return true;
    }

    /** Makes the taker return, now or when it would wait next: there is something else to see to. */
    synchronized void wake() {
        woken = true;
        wakeTaker();
    }

    /** Whether the taker would have to wait. For the taker. */
    boolean isEmpty() {
        if (!batch.isEmpty()) {
            return false;
        }
        synchronized (this) {
            return waiting.isEmpty();
        }
    }

    /** Waits until there is one, the time is up, or it is woken. For the taker. */
    void await(Duration wait) throws InterruptedException {
        if (batch.isEmpty()) {
            refill(wait.toNanos());
        }
    }

    /** Takes the oldest that {@link #await} has found; returns {@code null} if there is none. For the taker. */
    @Nullable
    Entry poll() {
        return batch.poll();
    }

    private void add(Entry entry) {
        waiting.add(entry);
        wakeTaker();
    }

    private void wakeTaker() {
        if (takerWaits) {
            takerWaits = false;
            notifyAll();
        }
    }

    private synchronized void refill(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; waiting.isEmpty() && !woken && left > 0; left = deadline - System.nanoTime()) {
            takerWaits = true;
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        takerWaits = false;
        woken = false;
        for (int i = 0; i < BATCH_SIZE && !waiting.isEmpty(); i++) {
            Entry entry = waiting.remove();
            batch.add(entry);
            if (entry.broadcast() != null) {
                bytes -= size(entry.broadcast());
            } else {
                events--;
            }
        }
    }

    private static long size(Broadcast broadcast) {
        return (long) broadcast.size() + OVERHEAD_BYTES;
    }
}
