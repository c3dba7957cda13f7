package io.github.hubsh.core.zmtp;

/**
 * What a peer may send once it is connected. What it announces above a limit ends the connection, before any of it is
 * read.
 *
 * @param maxFrameBytes bytes of one frame of a message
 * @param maxMessageBytes bytes of all frames of a message
 * @param maxFrames frames of a message
 * @param maxCommandBytes bytes of a command, with its name; a subscription of either form is one
 */
public record MessageLimits(int maxFrameBytes, int maxMessageBytes, int maxFrames, int maxCommandBytes) {
    public static final MessageLimits DEFAULTS = new MessageLimits(64 << 20, 64 << 20, 64, 8 << 10);

    public MessageLimits {
        if (maxFrameBytes < 1 || maxMessageBytes < 1 || maxFrames < 1 || maxCommandBytes < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
