package io.github.hubsh.core.protocol;

/** A plugin in a simulation: one connection of a name to a hub. */
final class SimulatedPlugin {
    final String name;
    final SimulatedHub hub;

    // Mutable state
    boolean connected = true;
    int notices;

    SimulatedPlugin(String name, SimulatedHub hub) {
        this.name = name;
        this.hub = hub;
    }
}
