package io.github.hubsh.shell.demo;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.transport.TransportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The demo's hub and plugins, in this process. */
public final class DemoNetwork implements AutoCloseable {
    /** The port of hubs, which peers look for without being told. */
    private static final int FIRST_PORT = 31_000;

    private static final int MAX_TRIES = 20;

    private final Hub hub;
    private final List<Plugin> plugins = new ArrayList<>();

    private DemoNetwork(Hub hub) {
        this.hub = hub;
        add(PluginA.plugin(hub.queryUri()));
        add(ElectrodeController.plugin(hub.queryUri()));
        add(Pump.plugin(hub.queryUri()));
        add(Potentiostat.plugin(hub.queryUri()));
    }

    /** Starts it at the usual port of this machine, or at the next that is free. */
    public static DemoNetwork start() {
        for (int port = FIRST_PORT; port < FIRST_PORT + MAX_TRIES; port++) {
            try {
                return startAt("tcp://127.0.0.1:" + port);
            } catch (TransportException taken) {
                // The next one may be free.
            }
        }
        return startAt("tcp://127.0.0.1:*");
    }

    /**
     * Starts it at an address.
     *
     * @throws TransportException if nothing can listen there
     */
    public static DemoNetwork startAt(String uri) {
        Hub hub = new Hub(uri, "demo");
        hub.reset();
        return new DemoNetwork(hub);
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
