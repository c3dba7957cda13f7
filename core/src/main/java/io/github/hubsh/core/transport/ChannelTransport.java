package io.github.hubsh.core.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sockets that connect, each over a channel of its own. There is no engine that could fail or would have to end. */
final class ChannelTransport implements Transport {
    static final Transport SHARED = new ChannelTransport();

    private ChannelTransport() {}

    @Override
    public Transport to(Endpoint hub) {
        return hub.isInproc() ? InprocTransport.SHARED : this;
    }

    @Override
    public MessageSocket open(SocketType type, @Nullable String identity) {
        return new ChannelSocket(type, identity);
    }

    @Override
    public void onFailure(Consumer<Throwable> listener) {}

    @Override
    public void removeFailureListener(Consumer<Throwable> listener) {}

    @Override
    public void shutDown() {}
}
