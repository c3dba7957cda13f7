package io.github.hubsh.core.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a hub joins a cluster.
 *
 * @param servers of NATS, {@code nats://HOST:PORT} or {@code tls://HOST:PORT}; any of them will do
 * @param cluster the cluster's name: hubs of another one on the same servers are strangers
 * @param credentials a file of NATS credentials, or {@code null}
 * @param tls a folder with {@code ca.pem}, and {@code cert.pem} with {@code key.pem} if the servers want them; or
 *     {@code null}
 */
public record JoinOptions(
        List<String> servers,
        String cluster,
        @Nullable Path credentials,
        @Nullable Path tls) {
    public static final String DEFAULT_CLUSTER = "hubsh";

    private static final int MAX_PORT = 65_535;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws IllegalArgumentException with a sentence for people, if it cannot be used */
    public JoinOptions {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a cluster is joined at one server of NATS at least");
        }
        servers.forEach(JoinOptions::check);
        if (!NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException(
                    "a cluster's name has letters, digits, - and _, at most 64: '" + cluster + "'");
        }
    }

    /** Whether it is a port; a URI without one has -1, and NATS then takes 4222. */
    private static boolean isPort(int port) {
        return port == -1 || (port > 0 && port <= MAX_PORT);
    }

    private static void check(String server) {
        try {
            URI uri = new URI(server);
            boolean isNats = "nats".equals(uri.getScheme()) || "tls".equals(uri.getScheme());
            if (!isNats || uri.getHost() == null || uri.getUserInfo() != null || !isPort(uri.getPort())) {
                throw new IllegalArgumentException(
                        "a server of NATS is nats://HOST:PORT or tls://HOST:PORT, without a password: " + server);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a server of NATS is nats://HOST:PORT: " + server, e);
        }
    }
}
