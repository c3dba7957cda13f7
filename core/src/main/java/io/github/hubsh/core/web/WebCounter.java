package io.github.hubsh.core.web;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** Knows the connections of HTTP, and counts those that are too many or too slow. On the loop of HTTP. */
final class WebCounter {
    /** How many connections may be open. */
    static final int MAX_CONNECTIONS = 64;

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    // Mutable state
    private long refused;
    private long slow;

    /** A connection is opened; {@code false} if it is one too many. */
    boolean open(Channel connection) {
        if (connections.size() >= MAX_CONNECTIONS) {
            refused++;
            return false;
        }
        return connections.add(connection);
    }

    /** Returns those that are open. Any thread. */
    ChannelGroup connections() {
        return connections;
    }

    /** A client of events is hung up on. */
    void slow() {
        slow++;
    }

    WebCounts counts(int viewers, long unshown) {
        return new WebCounts(connections.size(), refused, viewers, slow, unshown);
    }
}
