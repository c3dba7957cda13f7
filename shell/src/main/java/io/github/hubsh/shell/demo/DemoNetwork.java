package io.github.hubsh.shell.demo;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The demo's hub and plugins, in this process. */
public final class DemoNetwork implements AutoCloseable {
    /** The plugins of the demo. */
    public static final List<Function<String, Plugin>> PLUGINS =
            List.of(PluginA::plugin, ElectrodeController::plugin, Pump::plugin, Potentiostat::plugin);

    /** The hub is in this process, and answers as soon as a busy machine lets it. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Hub hub;
    private final List<Plugin> plugins = new ArrayList<>();

    private DemoNetwork(Hub hub) {
        this.hub = hub;
    }

    /** Starts it at a port that the system chooses. */
    public static DemoNetwork start() {
        return start("tcp://127.0.0.1:*", PLUGINS);
    }

    /**
     * Starts a hub at an address, with plugins; throws what {@link Hub#reset} throws if nothing can listen there, and
     * what {@link Plugin#reset} throws.
     *
     * @param plugins each makes one for a hub at an address
     */
    public static DemoNetwork start(String uri, List<Function<String, Plugin>> plugins) {
        Hub hub = new Hub(uri, "demo");
        hub.reset();
        DemoNetwork network = new DemoNetwork(hub);
        try {
            plugins.forEach(plugin -> network.add(plugin.apply(hub.queryUri())));
            return network;
        } catch (RuntimeException failed) {
            network.close();
            throw failed;
        }
    }

    /** Returns where the hub listens. */
    public String uri() {
        return hub.queryUri();
    }

    /** Returns the commands of each plugin, by its name. */
    public Map<String, Set<String>> commands() {
        Map<String, Set<String>> commands = new LinkedHashMap<>();
        plugins.forEach(plugin -> commands.put(plugin.name(), plugin.commands()));
        commands.put(hub.name(), hub.commands());
        return commands;
    }

    @Override
    public void close() {
        // A hub that runs while its plugins leave would log what it cannot deliver.
        hub.close();
        plugins.forEach(Plugin::close);
    }

    private void add(Plugin plugin) {
        plugins.add(plugin);
        plugin.reset(START_TIMEOUT);
    }
}
