package io.github.hubsh.core.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plugins that a hub knows, in order of registration. One that stays away leaves. */
final class PluginRegistry {
    private final String hubName;
    private final long awayTimeout;

    // Mutable state
    private final Map<String, RegisteredPlugin> plugins = new LinkedHashMap<>();
    /** Those that are not connected, the one that went first before the others. */
    private final Set<RegisteredPlugin> away = new LinkedHashSet<>();

    /** @param awayTimeout how long a plugin may be away, in nanoseconds; {@link Long#MAX_VALUE} for ever */
    PluginRegistry(String hubName, long awayTimeout) {
        this.hubName = hubName;
        this.awayTimeout = awayTimeout;
    }

    @Nullable
    RegisteredPlugin find(String name) {
        return plugins.get(name);
    }

    boolean has(String name) {
        return plugins.containsKey(name);
    }

    boolean isConnected(String name) {
        RegisteredPlugin plugin = plugins.get(name);
        return plugin != null && plugin.isConnected();
    }

    Collection<RegisteredPlugin> plugins() {
        return plugins.values();
    }

    /** Returns the names, each under itself. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        plugins.keySet().forEach(name -> names.put(name, name));
        return Collections.unmodifiableMap(names);
    }

    /** Enters a plugin and returns {@code null}, or returns the reason for the refusal. */
    @Nullable
    String register(String name, long now) {
        if (name.equals(hubName)) {
            return "'" + name + "' is the hub's own name. Choose another.";
        }
        String refusal = PluginNames.refusal(name);
        if (refusal != null) {
            return refusal;
        }
        RegisteredPlugin known = plugins.get(name);
        if (known == null && plugins.size() >= HubProtocol.MAX_PLUGINS) {
            return "The registry is full: it holds " + HubProtocol.MAX_PLUGINS + " plugins.";
        }
        if (known == null) {
            known = new RegisteredPlugin(name, now);
            plugins.put(name, known);
        } else {
            known.registeredAgain(now);
        }
        stayAway(known);
        return null;
    }

    /** A peer of this name has connected: it is registered by that, if the name allows it. */
    void connected(String name, long now) {
        if (!has(name)) {
            // A refusal leaves the peer unregistered; its requests get an error.
            String unused = register(name, now);
        }
        RegisteredPlugin plugin = plugins.get(name);
        if (plugin != null) {
            plugin.connected(true, now);
            away.remove(plugin);
        }
    }

    void disconnected(RegisteredPlugin plugin, long now) {
        plugin.connected(false, now);
        stayAway(plugin);
    }

    /** Returns those that were away too long, and forgets them. */
    List<RegisteredPlugin> leave(long now) {
        List<RegisteredPlugin> left = new ArrayList<>();
        while (nextDeadline() != Long.MAX_VALUE && nextDeadline() <= now) {
            RegisteredPlugin first = away.iterator().next();
            away.remove(first);
            plugins.remove(first.name());
            left.add(first);
        }
        return left;
    }

    /** Returns when {@link #leave} is due next; {@link Long#MAX_VALUE} for never. */
    long nextDeadline() {
        return away.isEmpty() || awayTimeout == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : away.iterator().next().since() + awayTimeout;
    }

    private void stayAway(RegisteredPlugin plugin) {
        if (!plugin.isConnected()) {
            away.remove(plugin);
            away.add(plugin);
        }
    }
}
