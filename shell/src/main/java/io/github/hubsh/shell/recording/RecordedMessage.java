package io.github.hubsh.shell.recording;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a recording, as far as most need to know it: the rest is read from its line when it is asked for.
 *
 * @param type as the wire has it: {@code execute_request}
 * @param command empty for messages that have none
 * @param session pairs a reply with its request
 * @param failed whether it is a reply that is an error
 * @param line all of it, as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nothing writes to it
public record RecordedMessage(
        Instant time,
        Duration since,
        String source,
        String target,
        String type,
        String command,
        String session,
        boolean failed,
        byte[] line)
        implements RecordedLine {
    public boolean isRequest() {
        return type.equals(MessageType.EXECUTE_REQUEST.wireName());
    }

    public boolean isReply() {
        return type.equals(MessageType.EXECUTE_REPLY.wireName());
    }

    /**
     * Reads the whole message.
     *
     * @throws io.github.hubsh.shell.word.ShellException BAD_FILE if the line is no such message
     */
    public TimedBroadcast broadcast() {
        return LineReader.broadcast(this);
    }

    /** Returns the JSON text that tail shows of it; {@code null} where the whole message has to be read for that. */
    public @Nullable String shownJson() {
        return ShownJson.of(line);
    }

    /** Returns the whole message if it is a request, else {@code null}; throws as {@link #broadcast}. */
    public @Nullable ExecuteRequest request() {
        return isRequest() && broadcast().message() instanceof ExecuteRequest request ? request : null;
    }

    /** Returns the whole message if it is a reply, else {@code null}; throws as {@link #broadcast}. */
    public @Nullable ExecuteReply reply() {
        return isReply() && broadcast().message() instanceof ExecuteReply reply ? reply : null;
    }
}
