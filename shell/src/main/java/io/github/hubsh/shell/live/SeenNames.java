package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that are there: those of the registry, and those that have registered since; behind them those that a
 * recording has shown. Thread-safe.
 */
final class SeenNames {
    private static final int MAX_PLUGINS = 10_000;
    private static final int MAX_NAME_LENGTH = 1_000;

    // Mutable state, guarded by this
    private final Set<String> plugins = new LinkedHashSet<>();
    private final Set<String> recorded = new LinkedHashSet<>();
    private final Map<String, Instant> times = new LinkedHashMap<>(); // the longest silent first

    synchronized List<String> plugins() {
        Set<String> all = new LinkedHashSet<>(plugins);
        all.addAll(recorded);
        return new ArrayList<>(all);
    }

    /** Takes a registry as the hub has it: a plugin that is not in it is gone. */
    synchronized void registered(List<String> registry) {
        plugins.clear();
        registry.stream().limit(MAX_PLUGINS).forEach(plugins::add);
    }

    synchronized void forgetAll() {
        plugins.clear();
        recorded.clear();
        times.clear();
    }

    /** Takes the plugins of a recording. */
    synchronized void recorded(List<String> names) {
        names.stream().limit(MAX_PLUGINS).forEach(recorded::add);
    }

    /** Returns when a plugin was heard last, or {@code null}. */
    synchronized @Nullable Instant lastSeen(String plugin) {
        return times.get(plugin);
    }

    /** Takes note that a plugin has said something. */
    synchronized void recordSeen(String plugin, Instant now) {
        times.remove(plugin);
        if (times.size() >= MAX_PLUGINS) {
            times.remove(times.keySet().iterator().next());
        }
        if (plugin.length() <= MAX_NAME_LENGTH) {
            times.put(plugin, now);
        }
    }

    /** Learns from a message who has joined, and who is there. */
    void heard(Message message, Instant now) {
        recordSeen(message.source(), now);
        if (message instanceof ExecuteRequest request && request.command().equals("register")) {
            joined(request.source());
        } else if (message instanceof ExecuteReply reply && reply.command().equals(ExecuteReply.UNREGISTER)) {
            left(reply.source(), reply.target());
        }
    }

    /** The hub says so; no plugin can. */
    private synchronized void left(String source, String plugin) {
        if (!plugins.contains(source)) {
            plugins.remove(plugin);
        }
    }

    private synchronized void joined(String plugin) {
        if (plugins.size() < MAX_PLUGINS) {
            plugins.add(plugin);
        }
    }
}
