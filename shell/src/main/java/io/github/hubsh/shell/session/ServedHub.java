package io.github.hubsh.shell.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A hub to run.
 *
 * @param uri where its query socket binds
 * @param name the hub's name, or {@code null} for {@code hub}
 * @param commandPort 0 for the one that it had last time, or any
 * @param publishPort 0 for the one that it had last time, or any
 * @param away after how long without a connection a plugin leaves, or {@code null} for the default
 * @param memory for messages under way and messages that wait, in bytes; {@code null} for half of the heap
 * @param http where a browser and Prometheus see it, {@code PORT} or {@code HOST:PORT}; {@code null} for nowhere
 * @param keys which peers it lets in
 * @param cluster that it joins, or {@code null}
 */
public record ServedHub(
        String uri,
        @Nullable String name,
        int commandPort,
        int publishPort,
        @Nullable Duration away,
        @Nullable Long memory,
        @Nullable String http,
        ServedKeys keys,
        @Nullable ServedCluster cluster) {}
