package io.github.hubsh.core.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Host names to addresses. Ours and not the engine's, which looks for one family only and says nothing of failures. */
public final class HostNames {
    private HostNames() {}

    /**
     * Returns the endpoint with a literal address: IPv4 where the name has one, else IPv6.
     *
     * @throws TransportException if the name is unknown
     */
    public static Endpoint resolve(Endpoint endpoint) {
        if (endpoint.isInproc() || endpoint.host().equals("*")) {
            return endpoint;
        }
        try {
            InetAddress chosen = null;
            for (InetAddress address : InetAddress.getAllByName(endpoint.host())) {
                if (chosen == null || (chosen instanceof Inet6Address && !(address instanceof Inet6Address))) {
                    chosen = address;
                }
            }
            if (chosen != null) {
                return Endpoint.tcp(chosen.getHostAddress(), endpoint.port());
            }
        } catch (UnknownHostException e) {
            // said below
        }
        throw new TransportException("unknown host '" + endpoint.host() + "': check the spelling or the name service");
    }
}
