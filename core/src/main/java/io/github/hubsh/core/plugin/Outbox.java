package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Messages that the command socket has not taken yet. Right after connecting, the socket does not know the hub, and
 * under a flood it takes no more: what is in here is tried again, in order, and so neither the first message nor the
 * ten thousandth is lost. On the command socket's thread only.
 */
final class Outbox {
    /** How soon to try again, in nanoseconds. */
    static final long RETRY_NANOS = 1_000_000L;

    private final Function<Frames, Delivery> send;
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(String session, Frames frames) {}

    Outbox(Function<Frames, Delivery> send) {
        this.send = send;
    }

    void add(String session, Frames frames) {
        entries.add(new Entry(session, frames));
        flush();
    }

    /** Forgets a message: its time is up, and it must not be sent late. */
    void remove(String session) {
        if (!entries.isEmpty()) {
            entries.removeIf(entry -> entry.session().equals(session));
        }
    }

    /** Sends what can be sent, and returns nanoseconds until it wants to try again. */
    long flush() {
        while (!entries.isEmpty()) {
            if (send.apply(entries.getFirst().frames()) != Delivery.SENT) {
                return RETRY_NANOS;
            }
            entries.removeFirst();
        }
        return Long.MAX_VALUE;
    }
}
