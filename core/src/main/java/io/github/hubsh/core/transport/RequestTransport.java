package io.github.hubsh.core.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * For a process that asks and ends: requests travel over channels, which need no engine to start and to end. Broadcasts
 * over TCP come through JeroMQ, which takes many of them in before they are looked at.
 */
final class RequestTransport implements Transport {
    static final Transport SHARED = new RequestTransport();

    private RequestTransport() {}

    @Override
    public Transport to(Endpoint hub) {
        return hub.isTcp() ? this : ChannelTransport.SHARED.to(hub);
    }

    @Override
    public MessageSocket open(SocketType type, @Nullable String identity) {
        boolean asks = type == SocketType.DEALER || type == SocketType.ROUTER;
        return asks ? new ChannelSocket(type, identity) : Transport.shared().open(type, identity);
    }

    @Override
    public void onFailure(Consumer<Throwable> listener) {
        Transport.shared().onFailure(listener);
    }

    @Override
    public void removeFailureListener(Consumer<Throwable> listener) {
        Transport.shared().removeFailureListener(listener);
    }

    @Override
    public void shutDown() {
        ProcessTransports.shutDown();
    }
}
