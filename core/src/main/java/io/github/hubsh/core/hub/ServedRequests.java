package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.Account;
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
    public void send(Octets identity, List<SharedBytes> frames, Account account, Consumer<Delivery> delivered) {
        delivered.accept(server.send(identity, frames, account));
    }

    @Override
    public boolean pass(Octets identity, List<SharedBytes> frames, Account account) {
        return server.send(identity, frames, account) == Delivery.SENT;
    }

    @Override
    public void close() {
        server.close();
    }
}
