package io.github.hubsh.core.protocol;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.message.Envelope;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a message came from, and so where its answer goes.
 *
 * @param channel the hub's socket it came in by
 * @param peer the sender's routing identity: its name, on the command socket
 * @param envelope the way back; the machine only passes it through
 * @param rights what the sender may do, as they are now
 */
public record MessageOrigin(Channel channel, String peer, Envelope envelope, AccessRights rights) {
    /** A sender who may do everything. */
    public MessageOrigin(Channel channel, String peer, Envelope envelope) {
        this(channel, peer, envelope, AccessRights.ALL);
    }

    /** A plugin of another hub. */
    static MessageOrigin ofRemote(String plugin) {
        return new MessageOrigin(Channel.CLUSTER, plugin, new Envelope(List.of()));
    }

    /** Returns what tells the sender's connection from others. */
    ByteBuffer client() {
        return ByteBuffer.wrap(envelope.identity());
    }

    /** Where messages come from: the hub's receiving sockets, and the other hubs of its cluster. */
    public enum Channel {
        QUERY,
        COMMAND,
        CLUSTER
    }
}
