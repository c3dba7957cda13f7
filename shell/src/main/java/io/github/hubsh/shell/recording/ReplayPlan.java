package io.github.hubsh.shell.recording;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of a recording that are to be sent again, one after the other. For one thread. */
public final class ReplayPlan {
    private final Exchanges exchanges;
    private final ReplayChoice choice;
    private final @Nullable CarryOver carry;

    // Mutable state
    private int number;

    /**
     * Reads nothing yet.
     *
     * @param carry {@code null} where nothing is carried
     * @param before how many requests of earlier files there are
     */
    public ReplayPlan(RecordingReader recording, ReplayChoice choice, @Nullable CarryOver carry, int before) {
        this.exchanges = new Exchanges(recording, request -> true);
        this.choice = choice;
        this.carry = carry;
        this.number = before;
    }

    /** Returns the next request; {@code null} at the end. Throws as {@link RecordingReader#next}. */
    public @Nullable PlannedRequest next() {
        RecordedExchange exchange = exchanges.next();
        while (exchange != null) {
            ExecuteRequest message = choice.takes(exchange) ? exchange.request().request() : null;
            if (message != null) {
                return planned(exchange, message);
            }
            exchange = exchanges.next();
        }
        return null;
    }

    /** Returns the number of the last request. */
    public int number() {
        return number;
    }

    private PlannedRequest planned(RecordedExchange exchange, ExecuteRequest message) {
        number++;
        Object arguments = decoded(message.arguments());
        List<CarriedValue> carried = carry == null ? List.of() : carry.requested(number, exchange, arguments);
        return new PlannedRequest(number, exchange, message, arguments, carried);
    }

    private static @Nullable Object decoded(Payload arguments) {
        try {
            return ContentData.decode(arguments);
        } catch (ContentException unreadable) {
            return null;
        }
    }
}
