package io.github.hubsh.shell.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A recorded request and its reply.
 *
 * @param reply {@code null} where none was recorded
 * @param hubName of the hub that both passed
 */
public record RecordedExchange(
        RecordedMessage request, @Nullable RecordedMessage reply, String hubName) {
    /** Returns whether the hub itself was asked. */
    public boolean isToHub() {
        return request.target().equals(hubName);
    }

    /** Returns the time from the request to its reply, as the recorder saw it; {@code null} without a reply. */
    public @Nullable Duration roundTrip() {
        return reply == null ? null : Duration.between(request.time(), reply.time());
    }

    /** Returns how many bytes both have in the recording. */
    public long size() {
        return request.line().length + (reply == null ? 0L : reply.line().length);
    }
}
