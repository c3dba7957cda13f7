package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;

/**
 * A hub that we have joined, and the plugins behind it. Every method that waits throws INTERRUPTED when the thread is
 * interrupted, and HUB_LOST when the hub goes away.
 */
public interface Network {
    HubIdentity identity();

    Peers peers();

    /**
     * Sends a request; does not wait for its reply.
     *
     * @throws ShellException BAD_DATA if the arguments cannot be encoded
     */
    PendingReply send(Request request);

    /**
     * Measures one round trip to a plugin, or to the hub.
     *
     * @throws ShellException NO_SUCH_PLUGIN, TIMEOUT
     */
    Duration ping(String target, Duration timeout);

    /** Starts to listen to broadcasts; the caller closes it. */
    BroadcastStream listen(BroadcastFilter filter);

    Traffic traffic();
}
