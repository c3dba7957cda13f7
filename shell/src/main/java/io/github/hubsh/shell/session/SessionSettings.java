package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session starts with.
 *
 * @param hub the query URI of the hub to join on first use: {@code tcp://localhost:31000}
 * @param name our plugin name exactly, or {@code null} for {@code hubsh-<user>-<host>} with {@code -2}, {@code -3}
 *     while that is taken
 * @param timeout how long to wait for a reply unless the request has a timeout of its own
 * @param patience how long joining waits for a hub that is not there yet, and for {@code awaited}; zero for not at all
 * @param awaited plugins that must be registered before joining is done
 * @param observing whether to listen to every broadcast from the start: the prompt does, so that Tab knows the network
 * @param keys by which the hub and we know each other
 */
public record SessionSettings(
        String hub,
        @Nullable String name,
        Duration timeout,
        Duration patience,
        List<String> awaited,
        boolean observing,
        HubKeys keys) {
    public static final String DEFAULT_HUB = Setting.DEFAULT_HUB;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(Setting.DEFAULT_TIMEOUT_SECONDS);

    /** Settings for a hub without keys. */
    public SessionSettings(
            String hub,
            @Nullable String name,
            Duration timeout,
            Duration patience,
            List<String> awaited,
            boolean observing) {
        this(hub, name, timeout, patience, awaited, observing, HubKeys.NONE);
    }

    public static SessionSettings ofHub(String hub) {
        return new SessionSettings(hub, null, DEFAULT_TIMEOUT, Duration.ZERO, List.of(), false);
    }

    /** Returns how long a hub, or a plugin, that was there may take to come back. */
    public Duration returnTime() {
        return timeout.compareTo(patience) > 0 ? timeout : patience;
    }

    /** Returns the same settings with another timeout. */
    public SessionSettings withTimeout(Duration other) {
        return new SessionSettings(hub, name, other, patience, awaited, observing, keys);
    }

    /** Returns the same settings with other keys. */
    public SessionSettings withKeys(HubKeys others) {
        return new SessionSettings(hub, name, timeout, patience, awaited, observing, others);
    }
}
