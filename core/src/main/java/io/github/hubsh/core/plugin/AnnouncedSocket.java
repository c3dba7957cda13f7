package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;

/** A socket of a hub, as its connect_reply names it. What is wrong with that is the hub's fault. */
final class AnnouncedSocket {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_SHOWN = 100;

    private AnnouncedSocket() {}

    /**
     * Returns where it is. Of TCP only the port counts, for the host is the one that has answered: a hub that binds to
     * a wildcard cannot know which address we use. A socket of another kind than the hub's own is not believed.
     *
     * @param what the socket is for
     * @throws HubUnreachableException if there can be no such socket
     */
    static Endpoint of(Endpoint hub, String what, String uri, int port) {
        if (hub.isTcp()) {
            if (port < 1 || port > MAX_PORT) {
                throw wrong(hub, what, "port " + port, "ports are 1 to " + MAX_PORT);
            }
            return hub.withPort(port);
        }
        try {
            Endpoint named = Endpoint.parse(uri);
            if (named.isIpc() == hub.isIpc() && named.isInproc() == hub.isInproc()) {
                return named;
            }
        } catch (TransportException unreadable) {
            throw wrong(hub, what, quoted(uri), "that is no address");
        }
        throw wrong(hub, what, quoted(uri), "expected an address of the kind of its own");
    }

    private static String quoted(String uri) {
        return "'" + (uri.length() <= MAX_SHOWN ? uri : uri.substring(0, MAX_SHOWN) + "…") + "'";
    }

    private static HubUnreachableException wrong(Endpoint hub, String what, String named, String why) {
        return new HubUnreachableException(
                "the hub at " + hub + " names " + named + " for its " + what + ": " + why + "; that hub is broken");
    }
}
