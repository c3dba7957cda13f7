package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
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

    /**
     * Returns the name of whom a person means: the hub is {@code hub} for everybody, whatever it is called, unless a plugin
     * has that name.
     */
    default String addressee(String target) {
        return target.equals("hub") ? hubName() : target;
    }

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

    /**
     * Lets a plugin describe itself, so that {@link Session#names()} knows it better: one silent request, at most once for a
     * plugin that cannot answer it. Whatever goes wrong, nothing more is known afterwards.
     */
    default void inquire(String target) {
        // A network that cannot be asked is known from its broadcasts.
    }

    /**
     * Finds out whether the hub is still there, unseen by others; may take seconds.
     *
     * @throws ShellException HUB_LOST, after which the session is not joined any more
     */
    default void lookForHub() {
        // It is as near as memory.
    }

    /** Starts to listen to broadcasts; the caller closes it. */
    BroadcastStream listen(BroadcastFilter filter);

    Traffic traffic();

    /**
     * Is one more plugin at this hub, until closed.
     *
     * @throws ShellException CANNOT_CONNECT if the name is taken
     */
    default ServedPlugin serve(String name, List<ServedCommand> commands) {
        throw new ShellException(Problem.USAGE, "this network takes no plugins");
    }
}
