package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FakePlugin} replies.
 *
 * @param result as it goes on the wire; {@link Payload#NONE} for no data, and beside an error
 * @param after how long after the request
 */
public record FakeReply(Payload result, @Nullable RemoteError error, Duration after) {
    /** The name of the error that answers a request which was not recorded; its first line says it, others more. */
    public static final String NOT_RECORDED = "NotRecorded";
}
