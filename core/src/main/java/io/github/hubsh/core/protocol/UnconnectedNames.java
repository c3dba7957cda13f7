package io.github.hubsh.core.protocol;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that are registered and have never been connected, the oldest first. A plugin registers before it connects,
 * so a hub enters names that may never be used. Each client, which is one connection of the query socket, may hold a
 * limited number of them.
 */
final class UnconnectedNames {
    /** The maximum number of such names of one client. A plugin has one; a test of many plugins may have some more. */
    static final int MAX_PER_CLIENT = 1000;

    // Mutable state
    private final Map<RegisteredPlugin, ByteBuffer> clients = new LinkedHashMap<>();
    private final Map<ByteBuffer, Integer> counts = new HashMap<>();

    /** Returns why the client cannot register one more name, or {@code null} if it can. */
    @Nullable
    String refusal(ByteBuffer client) {
        return counts.getOrDefault(client, 0) < MAX_PER_CLIENT
                ? null
                : "This client has registered " + MAX_PER_CLIENT + " plugins that have not connected their command"
                        + " sockets. Connect those first, or wait until they leave the registry.";
    }

    void add(RegisteredPlugin plugin, ByteBuffer client) {
        clients.put(plugin, client);
        counts.merge(client, 1, Integer::sum);
    }

    /** The plugin has connected, or has left. One that was not entered changes nothing. */
    void remove(RegisteredPlugin plugin) {
        ByteBuffer client = clients.remove(plugin);
        if (client != null) {
            counts.computeIfPresent(client, (each, count) -> count == 1 ? null : count - 1);
        }
    }

    @Nullable
    RegisteredPlugin oldest() {
        Iterator<RegisteredPlugin> plugins = clients.keySet().iterator();
        return plugins.hasNext() ? plugins.next() : null;
    }
}
