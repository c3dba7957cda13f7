package io.github.hubsh.core.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that a hub knows, in order of registration. One that stays away leaves. When the registry is full, one
 * that is not connected leaves for one that comes: a client that registers names and never uses them locks no other
 * out.
 */
final class PluginRegistry {
    private final String hubName;
    private final long awayTimeout;
    private final RemotePlugins remotePlugins = new RemotePlugins();

    // Mutable state
    private final Map<String, RegisteredPlugin> plugins = new LinkedHashMap<>();
    /** Those that are not connected, the one that went first before the others. */
    private final Set<RegisteredPlugin> away = new LinkedHashSet<>();

    private final UnconnectedNames unconnected = new UnconnectedNames();
    /** Those that have left for others; {@link #leave} returns them next. */
    private final List<RegisteredPlugin> displaced = new ArrayList<>();

    private long displacedAt;

    /** @param awayTimeout how long a plugin may be away, in nanoseconds; {@link Long#MAX_VALUE} for ever */
    PluginRegistry(String hubName, long awayTimeout) {
        this.hubName = hubName;
        this.awayTimeout = awayTimeout;
    }

    String hubName() {
        return hubName;
    }

    /** Returns the plugins of other hubs. */
    RemotePlugins remotePlugins() {
        return remotePlugins;
    }

    /** Returns a plugin, here or at another hub. */
    @Nullable
    RegisteredPlugin find(String name) {
        RegisteredPlugin plugin = plugins.get(name);
        return plugin != null ? plugin : remotePlugins.find(name);
    }

    /** Returns a plugin of this hub. */
    @Nullable
    RegisteredPlugin here(String name) {
        return plugins.get(name);
    }

    boolean isHere(String name) {
        return plugins.containsKey(name);
    }

    /** Whether there is such a plugin, here or at another hub. */
    boolean has(String name) {
        return isHere(name) || remotePlugins.has(name);
    }

    boolean isConnected(String name) {
        RegisteredPlugin plugin = plugins.get(name);
        return plugin != null && plugin.isConnected();
    }

    Collection<RegisteredPlugin> plugins() {
        return plugins.values();
    }

    /** Returns the names, each under itself: those of this hub, and then those of others. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        plugins.keySet().forEach(name -> names.put(name, name));
        remotePlugins.hubs().keySet().forEach(name -> names.put(name, name));
        return Collections.unmodifiableMap(names);
    }

    /**
     * Enters a plugin and returns {@code null}, or returns the reason for the refusal.
     *
     * @param client that registers it
     */
    @Nullable
    String register(String name, ByteBuffer client, long now) {
        RegisteredPlugin known = plugins.get(name);
        String refusal = known == null ? unconnected.refusal(client) : null;
        if (refusal == null) {
            refusal = enter(name, now);
        }
        RegisteredPlugin entered = plugins.get(name);
        if (known == null && entered != null) {
            unconnected.add(entered, client);
        }
        return refusal;
    }

    /** A peer of this name has connected: it is registered by that, if the name allows it. */
    void connected(String name, long now) {
        if (remotePlugins.refusal(name) != null && !isHere(name)) {
            remotePlugins.await(name, true);
            return;
        }
        if (!isHere(name)) {
            // A refusal leaves the peer unregistered; its requests get an error.
            String unused = enter(name, now);
        }
        RegisteredPlugin plugin = plugins.get(name);
        if (plugin != null) {
            plugin.connected(true, now);
            remotePlugins.present(name, true, now);
            away.remove(plugin);
            unconnected.remove(plugin);
        }
    }

    void disconnected(RegisteredPlugin plugin, long now) {
        plugin.connected(false, now);
        remotePlugins.present(plugin.name(), false, now);
        stayAway(plugin);
    }

    /** Returns those that were away too long, and those that have left for others; forgets them. */
    List<RegisteredPlugin> leave(long now) {
        List<RegisteredPlugin> left = new ArrayList<>(displaced);
        displaced.clear();
        while (nextDeadline() != Long.MAX_VALUE && nextDeadline() <= now) {
            RegisteredPlugin first = away.iterator().next();
            remove(first);
            left.add(first);
        }
        return left;
    }

    /** Returns when {@link #leave} is due next; {@link Long#MAX_VALUE} for never. */
    long nextDeadline() {
        if (!displaced.isEmpty()) {
            return displacedAt;
        }
        return away.isEmpty() || awayTimeout == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : away.iterator().next().since() + awayTimeout;
    }

    /** Forgets a plugin whose name another hub has. */
    void evict(RegisteredPlugin plugin) {
        remove(plugin);
    }

    private @Nullable String enter(String name, long now) {
        if (name.equals(hubName)) {
            return "'" + name + "' is the hub's own name. Choose another.";
        }
        String refusal = PluginNames.refusal(name);
        if (refusal != null) {
            return refusal;
        }
        RegisteredPlugin known = plugins.get(name);
        if (known == null && plugins.size() >= HubProtocol.MAX_PLUGINS && !displace(now)) {
            return "The registry is full: it holds " + HubProtocol.MAX_PLUGINS + " plugins.";
        }
        if (known == null) {
            known = new RegisteredPlugin(name, now);
            plugins.put(name, known);
            remotePlugins.present(name, false, now);
        } else {
            known.registeredAgain(now);
        }
        stayAway(known);
        return null;
    }

    /** Makes room for one: the oldest that has never been connected leaves, or the one that is away longest. */
    private boolean displace(long now) {
        RegisteredPlugin last = unconnected.oldest();
        if (last == null && !away.isEmpty()) {
            last = away.iterator().next();
        }
        if (last == null) {
            return false;
        }
        remove(last);
        displaced.add(last);
        displacedAt = now;
        return true;
    }

    private void remove(RegisteredPlugin plugin) {
        plugins.remove(plugin.name());
        remotePlugins.left(plugin.name());
        away.remove(plugin);
        unconnected.remove(plugin);
    }

    private void stayAway(RegisteredPlugin plugin) {
        if (!plugin.isConnected()) {
            away.remove(plugin);
            away.add(plugin);
        }
    }
}
