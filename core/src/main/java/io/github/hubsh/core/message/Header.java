package io.github.hubsh.core.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender, receiver and type of a message. All seven fields are required on the wire.
 *
 * @param msgId identifies this message; a UUID in practice, any string in principle
 * @param session pairs a reply with its request: a reply carries its request's session
 * @param date ISO 8601 with offset, kept as the text that the sender wrote
 * @param source the sender's name
 * @param target the receiver's name
 * @param version protocol version, one of {@link #VERSIONS}
 * @param unknown keys that the schema does not name, kept because a reply repeats its request's header verbatim
 */
public record Header(
        String msgId,
        String session,
        String date,
        String source,
        String target,
        MessageType type,
        String version,
        Map<String, @Nullable Object> unknown) {

    /** The version that we send, which is the one that reference peers send. */
    public static final String VERSION = "0.4";

    public static final Set<String> VERSIONS = Set.of("0.2", "0.3", "0.4", "0.5");

    public Header {
        if (!VERSIONS.contains(version)) {
            throw new InvalidMessageException("header.version", "one of 0.2, 0.3, 0.4, 0.5", version);
        }
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    public Header(
            String msgId, String session, String date, String source, String target, MessageType type, String version) {
        this(msgId, session, date, source, target, type, version, Map.of());
    }
}
