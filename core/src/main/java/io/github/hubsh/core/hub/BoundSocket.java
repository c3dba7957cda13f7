package io.github.hubsh.core.hub;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.TransportException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A socket and where it is bound. */
record BoundSocket(MessageSocket socket, Endpoint endpoint) {
    /** How long our own last socket may take to give its address back, in nanoseconds: the engine closes it later. */
    private static final long BIND_TIMEOUT_NANOS = 2_000_000_000L;

    private static final long BIND_RETRY_NANOS = 10_000_000L;

    /** Binds, or closes the socket and throws. */
    static BoundSocket bind(MessageSocket socket, Endpoint endpoint) {
        try {
            return new BoundSocket(socket, socket.bind(endpoint));
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Binds to an address that was ours a moment ago. */
    static BoundSocket bindAgain(Supplier<MessageSocket> sockets, Endpoint endpoint) {
        long deadline = System.nanoTime() + BIND_TIMEOUT_NANOS;
        while (true) {
            try {
                return bind(sockets.get(), endpoint);
            } catch (TransportException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(BIND_RETRY_NANOS);
            }
        }
    }
}
