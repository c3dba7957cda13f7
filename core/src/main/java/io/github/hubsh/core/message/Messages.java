package io.github.hubsh.core.message;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes messages: fresh identifiers, the date, and for replies everything that follows from the request. */
public final class Messages {
    private final Supplier<String> identifiers;
    private final InstantSource clock;

    /** Makes messages with the given identifiers and time: tests know both. */
    public Messages(Supplier<String> identifiers, InstantSource clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Makes messages with random UUIDs and the system's time. */
    public static Messages create() {
        return new Messages(Messages::randomUuid, InstantSource.system());
    }

    /** A header that opens an exchange: its session is new. */
    public Header header(String source, String target, MessageType type) {
        return header(source, target, type, identifiers.get());
    }

    public Header header(String source, String target, MessageType type, String session) {
        return new Header(identifiers.get(), session, date(), source, target, type, Header.VERSION);
    }

    public ConnectRequest connectRequest(String source, String target) {
        return new ConnectRequest(header(source, target, MessageType.CONNECT_REQUEST));
    }

    public ConnectReply connectReply(
            ConnectRequest request,
            String hubName,
            ConnectReply.CommandSocket command,
            ConnectReply.PublishSocket publish) {
        Header header = header(hubName, request.source(), MessageType.CONNECT_REPLY, request.session());
        return new ConnectReply(header, request.header(), command, publish);
    }

    public ExecuteRequest executeRequest(String source, String target, String command, Payload arguments) {
        return executeRequest(source, target, command, arguments, false, false);
    }

    public ExecuteRequest executeRequest(
            String source, String target, String command, Payload arguments, boolean silent, boolean stopOnError) {
        Header header = header(source, target, MessageType.EXECUTE_REQUEST);
        return new ExecuteRequest(header, command, arguments, silent, stopOnError);
    }

    /** A reply in the name of the request's target, to its source; silent if the request was. */
    public ExecuteReply executeReply(ExecuteRequest request, long executionCount, Payload result) {
        return reply(request.header(), request.command(), executionCount, result, null, request.silent());
    }

    public ExecuteReply errorReply(ExecuteRequest request, long executionCount, RemoteError error) {
        return reply(request.header(), request.command(), executionCount, Payload.NONE, error, request.silent());
    }

    /** A reply to a message that could not be read: {@code parent} is what was left of its header. */
    public ExecuteReply errorReply(Header parent, long executionCount, RemoteError error) {
        return reply(parent, "", executionCount, Payload.NONE, error, false);
    }

    /** A reply of the same peer in the place of one that could not be read: {@code header} is what was left of it. */
    public ExecuteReply replyInstead(Header header, long executionCount, RemoteError error) {
        Header again = header(header.source(), header.target(), MessageType.EXECUTE_REPLY, header.session());
        return new ExecuteReply(again, null, "", ExecuteReply.Status.ERROR, executionCount, Payload.NONE, error, false);
    }

    private ExecuteReply reply(
            Header parent, String command, long count, Payload result, @Nullable RemoteError error, boolean silent) {
        Header header = header(
                /* source= */ parent.target(),
                /* target= */ parent.source(),
                MessageType.EXECUTE_REPLY,
                parent.session());
        ExecuteReply.Status status = error == null ? ExecuteReply.Status.OK : ExecuteReply.Status.ERROR;
        return new ExecuteReply(header, parent, command, status, count, result, error, silent);
    }

    /** ISO 8601 with offset, written as the reference does. */
    private String date() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC) + "+00:00";
    }

    /** A version 4 UUID. An identifier is no secret, and the secure generator would cost every one-shot its start. */
    private static String randomUuid() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low).toString();
    }
}
