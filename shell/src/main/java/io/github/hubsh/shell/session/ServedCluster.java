package io.github.hubsh.shell.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that a hub joins.
 *
 * @param servers of NATS
 * @param name the cluster's name, or {@code null} for the default
 * @param credentials a file, or {@code null}
 * @param tls a folder with certificates, or {@code null}
 */
public record ServedCluster(
        List<String> servers,
        @Nullable String name,
        @Nullable String credentials,
        @Nullable String tls) {
    public ServedCluster {
        servers = List.copyOf(servers);
    }
}
