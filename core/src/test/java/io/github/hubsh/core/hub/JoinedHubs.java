package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.NatsServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hubs of one cluster, with their plugins, for a test; what was opened last is closed first. */
final class JoinedHubs {
    static final Duration SOON = Duration.ofSeconds(10);

    private final List<AutoCloseable> opened = new ArrayList<>();

    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    /** Waits until a hub knows of a plugin. */
    static void seen(Hub hub, String plugin) {
        eventually(
                () -> hub.registry() + " " + hub.cluster(), () -> hub.registry().containsKey(plugin), SOON);
    }

    /** Starts a hub of the cluster {@code lab}. */
    Hub hub(String name, NatsServer nats) {
        return hub(name, new JoinOptions(List.of(nats.uri()), "lab", null, null));
    }

    Hub hub(String name, JoinOptions options) {
        Hub hub = open(new Hub("tcp://127.0.0.1:*", name));
        hub.join(options);
        hub.reset();
        return hub;
    }

    Plugin plugin(Hub hub, String name) {
        Plugin plugin = open(new Plugin(name, hub.queryUri()));
        plugin.reset();
        return plugin;
    }

    <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }
}
