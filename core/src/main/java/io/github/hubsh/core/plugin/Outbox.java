package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Messages that the command socket has not taken yet. Right after connecting, the socket does not know the hub, and
 * under a flood it takes no more: what is in here is tried again, in order, and so neither the first message nor the
 * ten thousandth is lost. On the command socket's thread, except for what says otherwise.
 */
final class Outbox {
    /** How soon to try again, in nanoseconds. */
    static final long RETRY_NANOS = 1_000_000L;

    private final Function<Frames, Delivery> send;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private record Entry(String session, Frames frames) {}

    Outbox(Function<Frames, Delivery> send) {
        this.send = send;
    }

    /** Says that a message will be added. Any thread may call. */
    void announce() {
        waiting.incrementAndGet();
    }

    /** Whether nothing waits here or is announced, so that a message sent elsewhere overtakes none. Any thread. */
    boolean isEmpty() {
        return waiting.get() == 0;
    }

    /** Adds a message that was announced. */
    void add(String session, Frames frames) {
        entries.add(new Entry(session, frames));
        flush();
    }

    /** Forgets a message: its time is up, and it must not be sent late. */
    void remove(String session) {
        int before = entries.size();
        if (before > 0) {
            entries.removeIf(entry -> entry.session().equals(session));
            waiting.addAndGet(entries.size() - before);
        }
    }

    /** Sends what can be sent, and returns nanoseconds until it wants to try again. */
    long flush() {
        while (!entries.isEmpty()) {
            if (send.apply(entries.getFirst().frames()) != Delivery.SENT) {
                return RETRY_NANOS;
            }
            entries.removeFirst();
            waiting.decrementAndGet();
        }
        return Long.MAX_VALUE;
    }
}
