package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.Exchanges;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedLines;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of a recording that are to be sent again, one after the other. For one thread. */
public final class ReplayPlan {
    /** So many requests, and bytes, are known ahead, to find those that poll. */
    private static final int MAX_AHEAD = 2_000;

    private static final long MAX_AHEAD_BYTES = 16 << 20;

    private final Exchanges exchanges;
    private final ReplayChoice choice;
    private final @Nullable CarryOver carry;

    private final PollFinder polls = new PollFinder();

    // Mutable state
    private final Deque<RecordedExchange> ahead = new ArrayDeque<>();
    private boolean ended;
    private long bytes;
    private int number;

    /**
     * Reads nothing yet.
     *
     * @param carry {@code null} where nothing is carried
     * @param before how many requests of earlier files there are
     */
    public ReplayPlan(RecordedLines recording, ReplayChoice choice, @Nullable CarryOver carry, int before) {
        this.exchanges = new Exchanges(recording, request -> true);
        this.choice = choice;
        this.carry = carry;
        this.number = before;
    }

    /** Returns the next request; {@code null} at the end. Throws as {@link RecordedLines#next}. */
    public @Nullable PlannedRequest next() {
        while (!ended && ahead.size() <= MAX_AHEAD && bytes <= MAX_AHEAD_BYTES) {
            look();
        }
        RecordedExchange exchange = ahead.poll();
        if (exchange == null) {
            return null;
        }
        bytes -= exchange.size();
        ExecuteRequest message = exchange.request().request();
        return message == null ? next() : planned(exchange, message);
    }

    /** Returns the number of the last request. */
    public int number() {
        return number;
    }

    private PlannedRequest planned(RecordedExchange exchange, ExecuteRequest message) {
        number++;
        Object arguments = decoded(message.arguments());
        Poll poll = polls.poll(exchange, ahead);
        List<CarriedValue> carried = carry == null ? List.of() : carry.requested(number, exchange, arguments);
        return new PlannedRequest(number, exchange, message, arguments, poll, carried);
    }

    private void look() {
        RecordedExchange exchange = exchanges.next();
        if (exchange == null) {
            ended = true;
        } else if (choice.takes(exchange)) {
            ahead.add(exchange);
            bytes += exchange.size();
        }
    }

    private static @Nullable Object decoded(Payload arguments) {
        try {
            return ContentData.decode(arguments);
        } catch (ContentException unreadable) {
            return null;
        }
    }
}
