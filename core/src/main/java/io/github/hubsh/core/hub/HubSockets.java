package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.PrivateTopics;
import io.github.hubsh.core.server.PublishServer;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.ServerLimits;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.LossNotice;
import io.github.hubsh.core.wire.SubscriptionMark;
import io.github.hubsh.core.zmtp.Octets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Binds a hub's sockets. */
record HubSockets(String name, ServerLoop loop, ServerLimits limits, HubAdmission access) {
    /** How long our own last socket may take to give its address back, in nanoseconds: the system does that later. */
    private static final long BIND_TIMEOUT_NANOS = 2_000_000_000L;

    private static final PrivateTopics PRIVATE_TOPICS =
            new PrivateTopics(SubscriptionMark::isMark, LossNotice::isTopic, LossNotice::write);

    private static final long BIND_RETRY_NANOS = 10_000_000L;

    /** The socket that this returns is to be opened. */
    RouterServer requests(Endpoint endpoint, RouterServer.Receiver receiver) {
        return RouterServer.bindClosed(loop, endpoint, Octets.ofText(name), limits, receiver);
    }

    PublishServer broadcasts(Endpoint endpoint) {
        return PublishServer.bind(loop, endpoint, limits, PRIVATE_TOPICS, access.subscribers());
    }

    /** Binds to an address that was ours a moment ago. */
    static RouterServer again(Supplier<RouterServer> binding) {
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
