package io.github.hubsh.shell.demo;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The demo's hub and plugins, in this process, on a port that the system chooses. */
public final class DemoNetwork implements AutoCloseable {
    private final Hub hub = new Hub("tcp://127.0.0.1:*", "demo");
    private final List<Plugin> plugins = new ArrayList<>();

    private DemoNetwork() {
        hub.reset();
        add(PluginA.plugin(hub.queryUri()));
        add(ElectrodeController.plugin(hub.queryUri()));
        add(Pump.plugin(hub.queryUri()));
        add(Potentiostat.plugin(hub.queryUri()));
    }

    public static DemoNetwork start() {
        return new DemoNetwork();
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
        plugin.reset();
    }
}
