package io.github.hubsh.core.plugin;

/**
 * Learns what happens to a plugin's connection after {@link Plugin#reset}. Called on the thread that connects again,
 * one call after the other; to wait in a call delays the connection.
 */
public interface ConnectionListener {
    /**
     * The hub is gone. Requests under way have failed, and the plugin tries to connect again until it succeeds or is
     * closed.
     *
     * @param reason a sentence for people, with the hub's address
     */
    void lost(String reason);

    /** The plugin is connected, registered and subscribed again. */
    void recovered();
}
