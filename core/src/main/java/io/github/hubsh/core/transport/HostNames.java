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
            InetAddress chosen = preferred(InetAddress.getAllByName(endpoint.host()));
            return Endpoint.tcp(chosen.getHostAddress(), endpoint.port());
        } catch (UnknownHostException e) {
            throw new TransportException(
                    "unknown host '" + endpoint.host() + "': check the spelling or the name service", e);
        }
    }

    /** Returns the first IPv4 address, or the first of all; a name that is known has one. */
    static InetAddress preferred(InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            if (!(address instanceof Inet6Address)) {
                return address;
            }
        }
        return addresses[0];
    }
}
