package io.github.hubsh.core.message;

/** What one peer says to another: one of the four message types. */
public sealed interface Message permits ConnectRequest, ConnectReply, ExecuteRequest, ExecuteReply {
    Header header();

    default String source() {
        return header().source();
    }

    default String target() {
        return header().target();
    }

    /** Returns the key that pairs a reply with its request. */
    default String session() {
        return header().session();
    }

    /** Refuses a header of another type: only a caller's mistake can bring one here. */
    static void requireType(Header header, MessageType type) {
        if (header.type() != type) {
            throw new InvalidMessageException("header.msg_type", type.wireName(), header.type());
        }
    }
}
