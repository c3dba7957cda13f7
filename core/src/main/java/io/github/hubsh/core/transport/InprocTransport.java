package io.github.hubsh.core.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sockets that connect to hubs of this process. There is no engine that could fail or would have to end. */
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
    public void onFailure(Consumer<Throwable> listener) {}

    @Override
    public void removeFailureListener(Consumer<Throwable> listener) {}

    @Override
    public void shutDown() {}
}
