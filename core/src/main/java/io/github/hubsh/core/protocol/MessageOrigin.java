package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.Envelope;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a message came from, and so where its answer goes.
 *
 * @param channel the hub's socket it came in by
 * @param peer the sender's routing identity: its name, on the command socket
 * @param envelope the way back; the machine only passes it through
 */
public record MessageOrigin(Channel channel, String peer, Envelope envelope) {
    /** Returns what tells the sender's connection from others. */
    ByteBuffer client() {
        List<byte[]> frames = envelope.frames();
        return ByteBuffer.wrap(frames.isEmpty() ? new byte[0] : frames.get(0));
    }

    /** The hub's receiving sockets. */
    public enum Channel {
        QUERY,
        COMMAND
    }
}
