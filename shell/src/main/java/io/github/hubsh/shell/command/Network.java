package io.github.hubsh.shell.command;

import java.time.Duration;
import java.util.List;

/**
 * A hub that we have joined, and the plugins behind it. Every method that waits throws INTERRUPTED when the thread is
 * interrupted, and HUB_LOST when the hub goes away.
 */
public interface Network {
    /** Returns the query URI. */
    String hubUri();

    /** Returns the hub's name, as it calls itself. */
    String hubName();

    /** Returns our plugin name, as registered. */
    String ownName();

    /** Asks the hub who is registered; in registration order, ourselves included. */
    List<String> plugins();

    /**
     * Sends a request and waits for its reply.
     *
     * @throws ShellException with plugin and command set: NO_SUCH_PLUGIN, NO_SUCH_COMMAND, REMOTE_ERROR (with the
     *     remote traceback), TIMEOUT, BAD_DATA
     */
    Reply execute(Request request);

    /**
     * Measures one round trip to a plugin, or to the hub.
     *
     * @throws ShellException NO_SUCH_PLUGIN, TIMEOUT
     */
    Duration ping(String target, Duration timeout);

    /** Starts to listen to broadcasts; the caller closes it. */
    Broadcasts listen(Filter filter);

    Traffic traffic();
}
