package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin once replied.
 *
 * @param exchange the number of its request in the recording
 * @param result as it came; none beside an error
 * @param after how long after the request it came
 */
public record RecordedAnswer(
        int exchange, Payload result, @Nullable RemoteError error, Duration after) {
    /** The number of an exchange that was added while the recording was played. */
    static final int ADDED = -1;

    static RecordedAnswer of(int exchange, ExecuteReply reply, @Nullable Duration after) {
        return new RecordedAnswer(exchange, reply.result(), reply.error(), after == null ? Duration.ZERO : after);
    }
}
