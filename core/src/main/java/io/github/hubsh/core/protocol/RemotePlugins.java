package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of other hubs, for a hub that has joined a cluster; none for one that has not.
 *
 * <p>The cluster knows their names. Only those that have requests under way here are kept as plugins, with their
 * requests: the table of requests is the same for all.
 */
final class RemotePlugins {
    private static final int MIN_SWEPT = 256;

    // Mutable state
    private @Nullable ClusterProtocol cluster;
    private final Map<String, RegisteredPlugin> inUse = new HashMap<>();
    private int sweepAt = MIN_SWEPT;

    void join(ClusterProtocol joined) {
        cluster = joined;
    }

    @Nullable
    ClusterProtocol cluster() {
        return cluster;
    }

    boolean has(String plugin) {
        return cluster != null && cluster.home(plugin) != null;
    }

    /** Returns the plugins of other hubs, with the names of those. */
    Map<String, String> hubs() {
        return cluster == null ? Map.of() : cluster.remotePlugins();
    }

    /** Returns the plugin of another hub, if there is one of this name. */
    @Nullable
    RegisteredPlugin find(String plugin) {
        if (cluster == null) {
            return null;
        }
        RegisteredPlugin known = inUse.get(plugin);
        return known != null || !has(plugin) ? known : use(plugin);
    }

    /** Returns the plugin of another hub, whether it was announced yet or not. */
    RegisteredPlugin use(String plugin) {
        RegisteredPlugin known = inUse.get(plugin);
        if (known == null) {
            sweep();
            known = RegisteredPlugin.remote(plugin);
            inUse.put(plugin, known);
        }
        return known;
    }

    /** Returns the plugin of another hub if it has requests under way here. */
    @Nullable
    RegisteredPlugin used(String plugin) {
        return inUse.get(plugin);
    }

    /** Returns why a plugin cannot have this name here, or {@code null} if it can. */
    @Nullable
    RemoteError refusal(String plugin) {
        String hub = cluster == null ? null : cluster.holder(plugin);
        return hub == null ? null : RemoteError.ofNameInUse(plugin, hub);
    }

    /** Returns the way of a request to a plugin of another hub; {@code null} if there is none. */
    ClusterAction.@Nullable Send ask(RequestKey key, long now) {
        return cluster == null ? null : cluster.ask(key, now);
    }

    /** Returns the way of a reply to a plugin of another hub; {@code null} if that hub does not wait for it. */
    ClusterAction.@Nullable Send answered(RequestKey key) {
        return cluster == null ? null : cluster.answered(key);
    }

    void present(String plugin, boolean connected, long now) {
        if (cluster != null) {
            cluster.present(plugin, connected, now);
        }
    }

    void left(String plugin) {
        if (cluster != null) {
            cluster.left(plugin);
        }
    }

    /** A plugin of this name is connected here that cannot have it, or is not any longer. */
    void await(String plugin, boolean wanted) {
        if (cluster != null) {
            cluster.await(plugin, wanted);
        }
    }

    /** Forgets those without requests, when there are twice as many as were left the last time. */
    private void sweep() {
        if (inUse.size() >= sweepAt) {
            inUse.values().removeIf(plugin -> plugin.requests().isIdle());
            sweepAt = Math.max(MIN_SWEPT, 2 * inUse.size());
        }
    }
}
