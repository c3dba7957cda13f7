package io.github.hubsh.core.transport;

import org.jspecify.annotations.Nullable;

/** Sockets that connect to hubs of this process. There is no engine that would have to end. */
final class InprocTransport implements Transport {
    static final Transport SHARED = new InprocTransport();

    private InprocTransport() {}

    @Override
    public Transport to(Endpoint hub) {
        return hub.isInproc() ? this : Transport.shared().to(hub);
    }

    @Override
    public MessageSocket open(SocketType type, @Nullable String identity) {
        return new InprocSocket(type, identity);
    }

    @Override
    public void shutDown() {}
}
