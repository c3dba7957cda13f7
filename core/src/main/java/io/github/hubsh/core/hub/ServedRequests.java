package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import java.util.function.Consumer;

/** A ROUTER on the hub's loop. */
record ServedRequests(RouterServer server) implements RequestSocket {
    @Override
    public Endpoint endpoint() {
        return server.endpoint();
    }

    @Override
    public void send(Octets identity, List<SharedBytes> frames, Consumer<Delivery> delivered) {
        delivered.accept(server.send(identity, frames));
    }

    @Override
    public boolean pass(Octets identity, List<SharedBytes> frames) {
        return server.send(identity, frames) == Delivery.SENT;
    }

    @Override
    public void close() {
        server.close();
    }
}
