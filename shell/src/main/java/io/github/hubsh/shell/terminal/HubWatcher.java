package io.github.hubsh.shell.terminal;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.session.Display;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;

/**
 * Keeps the prompt at its hub while lines are typed: joins one that is not there yet as soon as it is, finds out that
 * one is gone, and joins it again. It reports each of these once, above the line.
 */
final class HubWatcher {
    /** How soon a hub that has appeared is joined; it does not announce itself. */
    private static final long CONNECT_INTERVAL_MILLIS = 1_000;

    /** How soon the loss of a hub is seen; it is not urgent until a statement needs the hub. */
    private static final long CHECK_INTERVAL_MILLIS = 2_000;

    private final Session session;
    private final Runnable onChange;
    private final Thread thread = DaemonThreads.create("hubsh-join", this::run);

    // Mutable state
    private volatile boolean stopped;
    private boolean told; // that there is no hub; the thread's

    /**
     * Prepares to join.
     *
     * @param onChange called on the joining thread when the hub is there, or gone
     */
    HubWatcher(Session session, Runnable onChange) {
        this.session = session;
        this.onChange = onChange;
    }

    void start() {
        thread.start();
    }

    /** Gives up, if it still tries. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        while (!stopped) {
            try {
                Network network = session.hub().joined();
                if (network == null) {
                    join();
                } else {
                    lookFor(network);
                }
                // A hub announces neither its start nor its end, so the only way is to look again.
                Thread.sleep(session.hub().joined() == null ? CONNECT_INTERVAL_MILLIS : CHECK_INTERVAL_MILLIS);
            } catch (InterruptedException gaveWay) {
                // The session connects, perhaps to another hub: there may be another hub to watch now.
            }
        }
    }

    private void join() throws InterruptedException {
        try {
            Network network = session.hub().membership().joinUnhurried();
            if (network != null) {
                session.io()
                        .display()
                        .say(
                                MessageLevel.NOTE,
                                "connected to " + network.identity().uri() + " as "
                                        + network.identity().ownName());
                onChange.run();
            }
        } catch (ShellException failed) {
            if (failed.isInterruption()) {
                throw new InterruptedException();
            }
            tell(failed.text(), "  connects as soon as there is one; or: demo · connect URI · hub URI &");
        }
    }

    private void lookFor(Network network) {
        told = false;
        try {
            network.peers().lookForHub();
        } catch (ShellException failed) {
            if (failed.problem() == Problem.HUB_LOST) {
                tell("the hub at " + network.identity().uri() + " is lost", "  reconnects as soon as it is back");
                onChange.run();
            }
        }
    }

    private void tell(String what, String remedy) {
        if (!told) {
            told = true;
            Display display = session.io().display();
            display.say(MessageLevel.WARNING, what);
            display.say(MessageLevel.NOTE, remedy);
        }
    }
}
