package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded request that is to be sent again.
 *
 * @param number from 1, in the order of the recording
 * @param message the request as it was sent
 * @param arguments decoded; {@code null} for no data, and for what cannot be read
 * @param poll {@code null} unless it asks again and again until something is done
 * @param carried what of the arguments comes from earlier replies
 */
public record PlannedRequest(
        int number,
        RecordedExchange exchange,
        ExecuteRequest message,
        @Nullable Object arguments,
        @Nullable Poll poll,
        List<CarriedValue> carried) {
    /**
     * Returns whether this has to wait for the reply to an earlier one: in the recording that reply was there, and the
     * same peer had it or had given it, or this request uses a value of it.
     */
    public boolean waitsFor(PlannedRequest earlier) {
        RecordedMessage request = exchange.request();
        RecordedMessage before = earlier.exchange.request();
        if (carried.stream().anyMatch(each -> each.exchange() == earlier.number)) {
            return true;
        } else if (!ReplayRhythm.isContinued(before, request)) {
            return true;
        }
        RecordedMessage reply = earlier.exchange.reply();
        boolean related =
                request.source().equals(before.source()) || request.target().equals(before.target());
        return related && reply != null && !reply.time().isAfter(request.time());
    }
}
