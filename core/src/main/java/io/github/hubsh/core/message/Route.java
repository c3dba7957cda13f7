package io.github.hubsh.core.message;

/**
 * What a hub needs to know of a message that it passes on.
 *
 * @param type {@link MessageType#EXECUTE_REQUEST} or {@link MessageType#EXECUTE_REPLY}
 * @param session pairs a reply with its request
 */
public record Route(String source, String target, MessageType type, String session, boolean silent) {}
