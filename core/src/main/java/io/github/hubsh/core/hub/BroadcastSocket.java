package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import java.util.function.Supplier;

/** The publish socket of a hub, bound. */
interface BroadcastSocket extends AutoCloseable {
    /** Returns where it is bound. */
    Endpoint endpoint();

    /**
     * Broadcasts a message, and never waits. On the hub's loop.
     *
     * @param topic the first frame
     * @param frames all of them; not asked for if no peer wants the message
     * @return how many peers do not get it, although they want it
     */
    int publish(Octets topic, Supplier<List<SharedBytes>> frames);

    /** Closes the socket. Not on the loop. */
    @Override
    void close();
}
