package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.TimeSpan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which recorded requests are sent again. Requests to the hub are left out unless they are asked for by the hub's name:
 * plugins register and ask by themselves. So are those that a plugin sent while it was answering another request that
 * is sent again: it will send them again too. For one thread, in the order of the recording.
 */
public final class ReplayChoice {
    private static final int MAX_BUSY = 10_000;

    private final List<NamePattern> only;
    private final TimeSpan span;

    // Mutable state
    private final Map<String, Instant> busyUntil = new HashMap<>();
    private long toHub;
    private long nested;

    /**
     * Chooses nothing yet.
     *
     * @param only what the plugin on either side, or the command, has to fit; empty for all
     * @param span when they were sent
     */
    public ReplayChoice(List<NamePattern> only, TimeSpan span) {
        this.only = List.copyOf(only);
        this.span = span;
    }

    /** Takes the next request; returns whether it is sent again. */
    public boolean takes(RecordedExchange exchange) {
        RecordedMessage request = exchange.request();
        if (!span.contains(request) || !isWanted(request)) {
            return false;
        }
        if (exchange.isToHub() && only.stream().noneMatch(pattern -> pattern.fits(request.target()))) {
            toHub++;
            return false;
        }
        Instant busy = busyUntil.get(request.source());
        if (busy != null && request.time().isBefore(busy)) {
            nested++;
            return false;
        }
        remember(exchange);
        return true;
    }

    /** Returns how many requests to the hub were left out. */
    public long toHub() {
        return toHub;
    }

    /** Returns how many requests of plugins were left out that these send by themselves. */
    public long nested() {
        return nested;
    }

    private boolean isWanted(RecordedMessage request) {
        return only.isEmpty()
                || only.stream()
                        .anyMatch(pattern -> pattern.fits(request.target())
                                || pattern.fits(request.source())
                                || pattern.fits(request.command()));
    }

    private void remember(RecordedExchange exchange) {
        RecordedMessage reply = exchange.reply();
        if (reply != null && busyUntil.size() < MAX_BUSY) {
            busyUntil.merge(exchange.request().target(), reply.time(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }
}
