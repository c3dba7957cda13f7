package io.github.hubsh.core.message;

import java.util.List;
import java.util.Optional;

/** The value of a header's {@code msg_type}. */
public enum MessageType {
    CONNECT_REQUEST("connect_request"),
    CONNECT_REPLY("connect_reply"),
    EXECUTE_REQUEST("execute_request"),
    EXECUTE_REPLY("execute_reply");

    private static final List<MessageType> ALL = List.of(values());

    private final String wireName;

    MessageType(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name as the wire has it, for example {@code execute_request}. */
    public String wireName() {
        return wireName;
    }

    public static Optional<MessageType> ofWireName(String wireName) {
        for (MessageType type : ALL) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
