package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.PublishServer;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.ServerLimits;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.SubscriptionMark;
import io.github.hubsh.core.zmtp.Octets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Binds a hub's sockets: those that other processes reach on its loop, and those of inproc on a transport. */
record HubSockets(
        String name, ServerLoop loop, ServerLimits limits, Transport transport, Consumer<Throwable> failures) {
    /** How long our own last socket may take to give its address back, in nanoseconds: the engine closes it later. */
    private static final long BIND_TIMEOUT_NANOS = 2_000_000_000L;

    private static final long BIND_RETRY_NANOS = 10_000_000L;

    RequestSocket requests(Endpoint endpoint, RouterServer.Receiver receiver) {
        if (endpoint.isInproc()) {
            return new InprocRequests(loop, transport.open(SocketType.ROUTER, name), endpoint, receiver, failures);
        }
        return new ServedRequests(RouterServer.bind(loop, endpoint, Octets.ofText(name), limits, receiver));
    }

    BroadcastSocket broadcasts(Endpoint endpoint) {
        return endpoint.isInproc()
                ? new InprocBroadcasts(transport.open(SocketType.PUB, null), endpoint)
                : new ServedBroadcasts(PublishServer.bind(loop, endpoint, limits, SubscriptionMark::isMark));
    }

    /** Binds to an address that was ours a moment ago. */
    static RequestSocket again(Supplier<RequestSocket> binding) {
        long deadline = System.nanoTime() + BIND_TIMEOUT_NANOS;
        while (true) {
            try {
                return binding.get();
            } catch (TransportException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(BIND_RETRY_NANOS);
            }
        }
    }
}
