package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.Display;
import io.github.hubsh.shell.command.Network;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.ShellException;

/** Joins the hub while the first line is being typed, and tells how that went above it. */
final class Joining {
    private final Session session;
    private final Runnable onJoined;
    private final Thread thread = new Thread(this::join, "hubsh-join");

    /**
     * Prepares to join.
     *
     * @param onJoined called on the joining thread
     */
    Joining(Session session, Runnable onJoined) {
        this.session = session;
        this.onJoined = onJoined;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives up, if it still tries. */
    void stop() {
        thread.interrupt();
    }

    private void join() {
        Display display = session.display();
        try {
            Network network = session.network();
            display.note("connected to " + network.hubUri() + " as " + network.ownName());
            onJoined.run();
        } catch (ShellException failed) {
            if (failed.problem() != Problem.INTERRUPTED) {
                display.warn(failed.text());
                display.note("  " + failed.remedy() + "; connect tries again");
            }
        }
    }
}
