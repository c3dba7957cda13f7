package io.github.hubsh.core.protocol;

/**
 * Where a message came from, and so where its answer goes.
 *
 * @param channel the hub's socket it came in by
 * @param peer the sender's routing identity: its name, on the command socket
 * @param envelope what the socket needs to find the way back; the machine only hands it through
 */
public record MessageOrigin(Channel channel, String peer, Object envelope) {
    /** The hub's receiving sockets. */
    public enum Channel {
        QUERY,
        COMMAND
    }
}
