package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.SocketSecurity;
import org.jspecify.annotations.Nullable;

/** Sockets that connect, each over a channel of its own. There is no engine that would have to end. */
final class ChannelTransport implements Transport {
    static final Transport SHARED = new ChannelTransport(SocketSecurity.NONE);

    private final SocketSecurity security;

    ChannelTransport(SocketSecurity security) {
        this.security = security;
    }

    @Override
    public Transport to(Endpoint hub) {
        return hub.isInproc() ? InprocTransport.SHARED : this;
    }

    @Override
    public MessageSocket open(SocketType type, @Nullable String identity) {
        return new ChannelSocket(type, identity, security);
    }

    @Override
    public void shutDown() {}
}
