package io.github.hubsh.core.server;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** What all connections of a server hold together, and what is done when that is too much. On the loop. */
final class ServerMemory {
    /** The part of the budget that unfinished messages may take, apart from one. */
    private static final int UNFINISHED_SHARE = 8;

    /** The part of the budget by which it may be exceeded: what is counted is there already. */
    private static final int EXCESS_SHARE = 8;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final MemoryBudget budget;
    private final UnfinishedMessages unfinished;
    private final BiConsumer<Runnable, Long> timer;
    private final LongAdder disconnected = new LongAdder();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();

    // Mutable state, the loop's
    private final Set<Holder> holders = new LinkedHashSet<>();
    private boolean turnScheduled;

    /** A connection. */
    interface Holder extends UnfinishedMessages.Sender {
        /** Returns how many bytes wait for its peer. */
        long unsentBytes();

        /** Closes the connection, and says why. */
        void disconnect(String reason);
    }

    /** @param timer runs a task after some nanoseconds */
    ServerMemory(MemoryBudget budget, BiConsumer<Runnable, Long> timer) {
        this.budget = budget;
        this.unfinished = new UnfinishedMessages(budget, budget.limit() / UNFINISHED_SHARE);
        this.timer = timer;
    }

    MemoryBudget budget() {
        return budget;
    }

    void add(Holder holder) {
        holders.add(holder);
        opened.lazySet(opened.getPlain() + 1);
    }

    void remove(Holder holder) {
        holders.remove(holder);
        ended.lazySet(ended.getPlain() + 1);
    }

    /** So many bytes of messages were handed to a connection. */
    void countSent(long bytes) {
        bytesSent.lazySet(bytesSent.getPlain() + bytes);
    }

    /** Returns how many bytes of messages were handed to connections. Any thread. */
    long bytesSent() {
        return bytesSent.get();
    }

    /** Returns how many connections there have been. Any thread. */
    long opened() {
        return opened.get();
    }

    /** Returns how many connections have ended. Any thread. */
    long ended() {
        return ended.get();
    }

    /** The unfinished message of a connection has grown or ended. */
    void changed(Holder holder, long before, long now) {
        if (before != now) {
            unfinished.changed(holder, before, now);
            scheduleTurn();
        }
    }

    /** Ends the largest connections if the others could not be served otherwise. */
    void enforce() {
        long excess = budget.used() - budget.limit() - budget.limit() / EXCESS_SHARE;
        while (excess > 0) {
            Holder largest = holders.stream()
                    .filter(holder -> holder != unfinished.favoured())
                    .max(Comparator.comparingLong(ServerMemory::size))
                    .orElse(null);
            if (largest == null) {
                return;
            }
            excess -= Math.max(1, size(largest));
            holders.remove(largest);
            largest.disconnect("it holds the most, and the memory budget of " + budget.limit() + " bytes is exceeded");
        }
    }

    /** A connection is closed because its peer does not read, or holds too much. */
    void countDisconnected() {
        disconnected.increment();
    }

    /** Returns how many connections were closed so. Any thread. */
    long disconnected() {
        return disconnected.sum();
    }

    private static long size(Holder holder) {
        return holder.heldBytes() + holder.unsentBytes();
    }

    private void scheduleTurn() {
        if (unfinished.areWaiting() && !turnScheduled) {
            turnScheduled = true;
            timer.accept(
                    () -> {
                        turnScheduled = false;
                        unfinished.turn();
                        scheduleTurn();
                    },
                    TURN_NANOS);
        }
    }
}
