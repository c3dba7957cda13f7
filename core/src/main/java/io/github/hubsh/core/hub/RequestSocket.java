package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.Account;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import java.util.function.Consumer;

/** The query or the command socket of a hub, bound. */
interface RequestSocket extends AutoCloseable {
    /** Returns where it is bound. */
    Endpoint endpoint();

    /**
     * Sends a message, and never waits. On the hub's loop.
     *
     * @param identity the peer's
     * @param frames what follows the identity
     * @param account on which the message waits
     * @param delivered called with the outcome, on the loop
     */
    void send(Octets identity, List<SharedBytes> frames, Account account, Consumer<Delivery> delivered);

    /**
     * Passes received bytes on, if that can be done at once. On the hub's loop.
     *
     * @param account on which the message waits
     * @return {@code false} if nothing was sent
     */
    boolean pass(Octets identity, List<SharedBytes> frames, Account account);

    /** Closes the socket. Not on the loop. */
    @Override
    void close();
}
