package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.BroadcastListener;
import io.github.hubsh.core.hub.HubBroadcast;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Takes broadcasts from the hub's loop, a few at a time: what comes when the queue is full is only counted, so that a
 * flood costs the hub nothing. Any thread may call.
 */
final class BroadcastTap implements BroadcastListener {
    /** How many wait until they are taken. */
    static final int MAX_WAITING = 50;

    /** Longer texts are not copied. */
    static final int MAX_TEXT_BYTES = 16 << 10;

    private final Clock clock;
    private final Queue<SeenBroadcast> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong unshown = new AtomicLong();

    BroadcastTap(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void broadcast(HubBroadcast message) {
        add(() -> new SeenBroadcast(clock.instant(), message.copy(MAX_TEXT_BYTES), message.textBytes()));
    }

    /** Adds a broadcast, which is copied only if there is room. On the hub's loop. */
    void add(Supplier<SeenBroadcast> broadcast) {
        // The loop alone adds: what has room now has it still.
        if (waiting.size() >= MAX_WAITING) {
            unshown.lazySet(unshown.getPlain() + 1);
        } else {
            boolean unused = waiting.offer(broadcast.get());
        }
    }

    /** Takes all that wait. */
    List<SeenBroadcast> take() {
        List<SeenBroadcast> taken = new ArrayList<>();
        for (SeenBroadcast next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Returns how many were not taken because too many waited. */
    long unshown() {
        return unshown.get();
    }
}
