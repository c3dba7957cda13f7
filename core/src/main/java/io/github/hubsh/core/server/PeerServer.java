package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.LocalSocket;

/** An address that is listened at, and the connections that were made there. */
interface PeerServer extends AutoCloseable {
    /** Returns the address with the port that was chosen. */
    Endpoint endpoint();

    /** Accepts connections from now on: those that have come already are the first. Any thread. */
    void open();

    /** Listens no longer, and closes the connections; waits until this is done. Not on the loop. */
    @Override
    void close();

    /**
     * Binds, and waits until it is done; connections wait until {@link #open}. Not on the loop.
     *
     * @throws io.github.hubsh.core.transport.TransportException if the address is in use, is not ours or cannot be used
     */
    static PeerServer bind(
            ServerLoop loop, Endpoint endpoint, LocalSocket self, ServerLimits limits, Peer.Owner owner) {
        return endpoint.isInproc()
                ? InprocServer.bind(loop, endpoint, self, limits, owner)
                : BoundServer.bind(loop, endpoint, channel -> new PeerConnection(loop, channel, self, limits, owner));
    }
}
