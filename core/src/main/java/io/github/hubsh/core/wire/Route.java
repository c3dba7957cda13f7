package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.MessageType;

/**
 * What a hub needs to know of a message that it passes on.
 *
 * @param type {@link MessageType#EXECUTE_REQUEST} or {@link MessageType#EXECUTE_REPLY}
 */
public record Route(String source, String target, MessageType type, boolean silent) {}
