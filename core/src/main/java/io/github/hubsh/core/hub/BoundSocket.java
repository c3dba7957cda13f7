package io.github.hubsh.core.hub;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Socket;

/** A socket and where it is bound. */
record BoundSocket(Socket socket, Endpoint endpoint) {
    /** Binds, or closes the socket and throws. */
    static BoundSocket bind(Socket socket, Endpoint endpoint) {
        try {
            return new BoundSocket(socket, socket.bind(endpoint));
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
