package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is there, by the registry and by who has registered since. Thread-safe. */
final class SeenNames {
    private static final int MOST_PLUGINS = 10_000;

    // Mutable state, guarded by this
    private final Set<String> plugins = new LinkedHashSet<>();

    synchronized List<String> plugins() {
        return new ArrayList<>(plugins);
    }

    /** Takes a registry as the hub has it: who is not in it is gone. */
    synchronized void registered(List<String> registry) {
        plugins.clear();
        registry.stream().limit(MOST_PLUGINS).forEach(plugins::add);
    }

    synchronized void forgetAll() {
        plugins.clear();
    }

    /** Learns from a message who has joined. */
    void heard(Message message) {
        if (message instanceof ExecuteRequest request && request.command().equals("register")) {
            joined(request.source());
        }
    }

    private synchronized void joined(String plugin) {
        if (plugins.size() < MOST_PLUGINS) {
            plugins.add(plugin);
        }
    }
}
