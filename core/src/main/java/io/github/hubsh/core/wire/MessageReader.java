package io.github.hubsh.core.wire;

import static java.lang.Boolean.TRUE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text from a peer to a message. The verdict is the message schema's, without the schema library's cost; two
 * things are stricter, because nothing works without them: the text must be strict UTF-8, and an
 * {@code execute_request} needs its content.
 */
public final class MessageReader {
    private MessageReader() {}

    /**
     * Reads one message.
     *
     * @throws MalformedMessageException saying which field is wrong, with the header where that much could be read
     */
    public static Message read(byte[] json) throws MalformedMessageException {
        Fields message = Fields.of("message", tree(json));
        try {
            return read(new Fields("", message.values()));
        } catch (MalformedMessageException e) {
            throw malformed(String.valueOf(e.getMessage()), message.values());
        }
    }

    private static @Nullable Object tree(byte[] json) throws MalformedMessageException {
        if (json.length == 0) {
            throw new MalformedMessageException("the frame is empty");
        }
        try {
            return Json.parse(json);
        } catch (ContentException e) {
            boolean text = e.getCause() instanceof CharacterCodingException;
            throw malformed(String.valueOf(e.getMessage()), text ? salvage(json) : Map.of());
        }
    }

    /** Returns the message as far as it is text: good enough to tell its sender what is wrong. */
    private static Map<?, ?> salvage(byte[] json) {
        try {
            return Json.parse(new String(json, UTF_8)) instanceof Map<?, ?> message ? message : Map.of();
        } catch (ContentException e) {
            return Map.of();
        }
    }

    private static MalformedMessageException malformed(String reason, Map<?, ?> message) {
        boolean silent = message.get("content") instanceof Map<?, ?> content && TRUE.equals(content.get("silent"));
        Header header = HeaderReader.salvage(message.get("header"));
        return new MalformedMessageException(
                reason, header == null ? HeaderReader.ofReply(message.get("parent_header")) : header, silent);
    }

    private static Message read(Fields message) throws MalformedMessageException {
        Header header = HeaderReader.read(message.fields("header"));
        return switch (header.type()) {
            case CONNECT_REQUEST -> new ConnectRequest(header);
            case CONNECT_REPLY -> connectReply(message, header, HeaderReader.read(message.fields("parent_header")));
            case EXECUTE_REQUEST -> executeRequest(message, header);
            case EXECUTE_REPLY -> executeReply(message, header, optionalParent(message));
        };
    }

    private static @Nullable Header optionalParent(Fields message) throws MalformedMessageException {
        return message.has("parent_header") ? HeaderReader.read(message.fields("parent_header")) : null;
    }

    private static Message connectReply(Fields message, Header header, Header parent) throws MalformedMessageException {
        Fields content = message.fields("content");
        Fields command = content.fields("command");
        Fields publish = content.fields("publish");
        return new ConnectReply(
                header,
                parent,
                new ConnectReply.CommandSocket(command.text("uri"), port(command), command.text("name")),
                new ConnectReply.PublishSocket(publish.text("uri"), port(publish)));
    }

    /** Returns a port as it is named: one that is out of range stays so. */
    private static int port(Fields socket) throws MalformedMessageException {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, socket.number("port")));
    }

    private static Message executeRequest(Fields message, Header header) throws MalformedMessageException {
        Fields content = message.fields("content");
        return new ExecuteRequest(
                header,
                content.text("command"),
                payload(content),
                content.flag("silent"),
                content.flag("stop_on_error"),
                more(content.values()));
    }

    private static Map<String, @Nullable Object> more(Map<String, @Nullable Object> content) {
        Map<String, @Nullable Object> more = Map.of();
        for (Map.Entry<String, @Nullable Object> entry : content.entrySet()) {
            if (!ExecuteRequest.CONTENT_KEYS.contains(entry.getKey())) {
                more = more.isEmpty() ? new LinkedHashMap<>() : more;
                more.put(entry.getKey(), entry.getValue());
            }
        }
        return more;
    }

    private static Message executeReply(Fields message, Header header, @Nullable Header parent)
            throws MalformedMessageException {
        Fields content = message.fields("content");
        return new ExecuteReply(
                header,
                parent,
                content.text("command"),
                status(content),
                content.number("execution_count"),
                payload(content),
                error(content),
                content.flag("silent"));
    }

    private static Payload payload(Fields content) throws MalformedMessageException {
        Map<String, @Nullable Object> metadata = content.optionalObject("metadata");
        Object data = content.value("data");
        return data == null && metadata.isEmpty() ? Payload.NONE : new Payload(data, metadata);
    }

    private static ExecuteReply.Status status(Fields content) throws MalformedMessageException {
        return switch (content.text("status")) {
            case "ok" -> ExecuteReply.Status.OK;
            case "error" -> ExecuteReply.Status.ERROR;
            case "abort" -> ExecuteReply.Status.ABORT;
            default -> throw content.expected("status", "ok, error or abort");
        };
    }

    /**
     * An error is a text from every reference peer, an object in the schema, and anything else in principle. A reply
     * may also fail by its status alone.
     */
    private static @Nullable RemoteError error(Fields content) throws MalformedMessageException {
        Object error = content.value("error");
        if (error == null) {
            String status = content.text("status");
            return status.equals("ok") ? null : RemoteError.ofText("the status of the reply is '" + status + "'");
        }
        if (!(error instanceof Map)) {
            return RemoteError.ofText(error instanceof String text ? text : Json.write(error));
        }
        Fields fields = content.fields("error");
        return new RemoteError(
                fields.text("ename"),
                fields.has("evalue") ? fields.text("evalue") : "",
                fields.has("traceback") ? lines(fields) : List.of());
    }

    private static List<String> lines(Fields error) throws MalformedMessageException {
        if (!(error.value("traceback") instanceof List<?> lines)) {
            throw error.expected("traceback", "a list of strings");
        }
        for (Object line : lines) {
            if (!(line instanceof String)) {
                throw error.expected("traceback", "a list of strings");
            }
        }
        return lines.stream().map(String.class::cast).toList();
    }
}
