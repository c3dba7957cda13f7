package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.ShellException;
import java.util.concurrent.Executor;

/** The reply to a request that was sent. */
public interface PendingReply {
    /**
     * Waits for the reply.
     *
     * @throws ShellException with plugin and command set: NO_SUCH_PLUGIN, NO_SUCH_COMMAND, REMOTE_ERROR (with the
     *     remote traceback), TIMEOUT, BAD_DATA
     */
    Reply await();

    /**
     * Does work that awaits the reply, once it has come, or none can come any more. Where that takes no time it is done
     * on the thread that the reply comes on, else by one of the executor's, which may have to wait.
     */
    void onArrival(Runnable work, Executor threads);

    /** Stops waiting; the plugin keeps working. What awaits the reply fails with INTERRUPTED. */
    void giveUp();
}
