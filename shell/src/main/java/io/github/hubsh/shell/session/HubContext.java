package io.github.hubsh.shell.session;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A context: a hub under a name that the user chose, and the settings that differ there.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param uri the hub's query URI
 * @param ownName our plugin name there, or {@code null} for the usual one
 * @param timeout how long to wait for replies there, or {@code null} for the usual time
 * @param aliases words for a line's beginning that hold while the context is in use
 * @param readonly whether only questions may be sent there
 * @param confirm whether the user has to agree to every request
 * @param keys by which the hub and we know each other
 */
public record HubContext(
        String name,
        String uri,
        @Nullable String ownName,
        @Nullable Duration timeout,
        Map<String, String> aliases,
        boolean readonly,
        boolean confirm,
        HubKeys keys) {
    /** A context of a hub without keys. */
    public HubContext(
            String name,
            String uri,
            @Nullable String ownName,
            @Nullable Duration timeout,
            Map<String, String> aliases,
            boolean readonly,
            boolean confirm) {
        this(name, uri, ownName, timeout, aliases, readonly, confirm, HubKeys.NONE);
    }

    /** Returns the same context with other keys. */
    public HubContext withKeys(HubKeys others) {
        return new HubContext(name, uri, ownName, timeout, aliases, readonly, confirm, others);
    }

    /** Returns whether requests need a check before they are sent. */
    public boolean isGuarded() {
        return readonly || confirm;
    }
}
