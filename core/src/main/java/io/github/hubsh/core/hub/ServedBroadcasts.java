package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.PublishServer;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import java.util.function.Supplier;

/** An XPUB on the hub's loop. */
record ServedBroadcasts(PublishServer server) implements BroadcastSocket {
    @Override
    public Endpoint endpoint() {
        return server.endpoint();
    }

    @Override
    public int publish(Octets topic, Supplier<List<SharedBytes>> frames) {
        return server.publish(topic, frames);
    }

    @Override
    public void close() {
        server.close();
    }
}
