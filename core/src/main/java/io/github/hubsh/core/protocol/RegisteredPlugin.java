package io.github.hubsh.core.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A plugin in a hub's registry, or one of another hub that has requests under way: whether it is connected, and what
 * became of its messages.
 */
final class RegisteredPlugin {
    private final String name;
    private final boolean remote;
    private final PluginRequests requests = new PluginRequests();
    private final RoundTripCounter roundTrips = new RoundTripCounter();

    // Mutable state
    private long registeredAt;
    private boolean connected;
    private long since;
    private long dropped;
    private long refused;
    private long lost;

    RegisteredPlugin(String name, long now) {
        this(name, now, false);
    }

    private RegisteredPlugin(String name, long now, boolean remote) {
        this.name = name;
        this.remote = remote;
        this.registeredAt = now;
        this.since = now;
    }

    /** Returns a plugin of another hub. It is never just connecting: what does not reach it is answered at once. */
    static RegisteredPlugin remote(String name) {
        return new RegisteredPlugin(name, -HubProtocol.GRACE_NANOS, true);
    }

    String name() {
        return name;
    }

    /** Returns the requests that it has sent and those that it was sent. */
    PluginRequests requests() {
        return requests;
    }

    /** Returns what counts how long its replies take. */
    RoundTripCounter roundTrips() {
        return roundTrips;
    }

    /** Whether it is a plugin of another hub. */
    boolean isRemote() {
        return remote;
    }

    /** Returns when it registered last. */
    long registeredAt() {
        return registeredAt;
    }

    boolean isConnected() {
        return connected;
    }

    /** Returns since when it is connected, or since when it is not. */
    long since() {
        return since;
    }

    /** It has registered, not for the first time. */
    void registeredAgain(long now) {
        registeredAt = now;
        if (!connected) {
            since = now;
        }
    }

    void connected(boolean now, long at) {
        connected = now;
        since = at;
    }

    /** Counts a message of a plugin that was dropped, if the plugin is registered. */
    static void countDropped(@Nullable RegisteredPlugin plugin) {
        if (plugin != null) {
            plugin.dropped++;
        }
    }

    /** Counts a request of a plugin that was answered with an error, if the plugin is registered. */
    static void countRefused(@Nullable RegisteredPlugin plugin) {
        if (plugin != null) {
            plugin.refused++;
        }
    }

    /** Counts a message for the plugin that did not reach it, or whose reply will not come. */
    void countLost() {
        lost++;
    }

    /** Returns what is known. */
    PluginPresence presence() {
        return new PluginPresence(
                name, connected, since, requests.askedCount(), dropped, refused, lost, roundTrips.sum());
    }
}
