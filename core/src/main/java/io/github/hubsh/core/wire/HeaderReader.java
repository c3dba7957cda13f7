package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.MessageType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads headers: strictly, or as much as can be read, so that the sender of a bad message gets an answer. */
final class HeaderReader {
    private static final Set<String> KNOWN =
            Set.of("msg_id", "session", "date", "source", "target", "msg_type", "version");

    private HeaderReader() {}

    static Header read(Fields fields) throws MalformedMessageException {
        String typeName = fields.text("msg_type");
        MessageType type = MessageType.ofWireName(typeName)
                .orElseThrow(() -> fields.expected(
                        "msg_type", "connect_request, connect_reply, execute_request or execute_reply"));
        try {
            return new Header(
                    fields.text("msg_id"),
                    fields.text("session"),
                    fields.text("date"),
                    fields.text("source"),
                    fields.text("target"),
                    type,
                    fields.text("version"),
                    unknown(fields.values()));
        } catch (InvalidMessageException e) {
            throw fields.expected("version", "one of 0.2, 0.3, 0.4, 0.5");
        }
    }

    /** Returns a valid header, with defaults for bad fields, or {@code null} if source and session are both bad. */
    static @Nullable Header salvage(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        String source = textOr(map, "source", "");
        String session = textOr(map, "session", "");
        if (source.isEmpty() && session.isEmpty()) {
            return null;
        }
        return new Header(
                textOr(map, "msg_id", ""),
                session,
                textOr(map, "date", ""),
                source,
                textOr(map, "target", ""),
                MessageType.ofWireName(textOr(map, "msg_type", "")).orElse(MessageType.EXECUTE_REQUEST),
                Header.VERSION);
    }

    /** Returns the header of a reply that has none but names its request, or {@code null}. */
    static @Nullable Header ofReply(@Nullable Object parent) {
        Header request = salvage(parent);
        return request == null
                        || request.type() != MessageType.EXECUTE_REQUEST
                        || request.source().isEmpty()
                        || request.session().isEmpty()
                ? null
                : new Header(
                        request.msgId(),
                        request.session(),
                        request.date(),
                        /* source= */ request.target(),
                        /* target= */ request.source(),
                        MessageType.EXECUTE_REPLY,
                        Header.VERSION);
    }

    private static String textOr(Map<?, ?> map, String key, String otherwise) {
        return map.get(key) instanceof String text ? text : otherwise;
    }

    private static Map<String, @Nullable Object> unknown(Map<String, @Nullable Object> values) {
        if (values.size() == KNOWN.size()) {
            return Map.of();
        }
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>(values);
        unknown.keySet().removeAll(KNOWN);
        return unknown;
    }
}
