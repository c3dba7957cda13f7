package io.github.hubsh.shell.terminal;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps the prompt at its hub while lines are typed: joins one that is not there yet as soon as it is, and reports that
 * one is gone or back, which the connection finds out. It reports each of these once, above the line.
 */
final class HubWatcher {
    /** How soon a hub that has appeared is joined; it does not announce itself. */
    private static final long CONNECT_INTERVAL_MILLIS = 1_000;

    private final Session session;
    private final Runnable onChange;
    private final Consumer<HubEvent> listener = this::happened;
    private final Thread thread = DaemonThreads.create("hubsh-join", this::run);

    // Mutable state
    private volatile boolean stopped;
    private boolean reported; // that there is no hub; the thread's

    /**
     * Prepares to join.
     *
     * @param onChange called when the hub is there, or gone, on another thread
     */
    HubWatcher(Session session, Runnable onChange) {
        this.session = session;
        this.onChange = onChange;
    }

    void start() {
        session.hub().membership().hubListeners().add(listener);
        thread.start();
    }

    /** Gives up, if it still tries. */
    void stop() {
        stopped = true;
        session.hub().membership().hubListeners().remove(listener);
        thread.interrupt();
    }

    private void run() {
        while (!stopped) {
            try {
                join();
                // A hub does not announce its start, so the only way is to look again.
                Thread.sleep(CONNECT_INTERVAL_MILLIS);
            } catch (InterruptedException gaveWay) {
                // The session connects, perhaps to another hub: there may be another hub to join now.
            }
        }
    }

    private void join() throws InterruptedException {
        try {
            Network network = session.hub().membership().joinUnhurried();
            if (network != null) {
                happened(new HubEvent(HubEvent.Kind.BACK, Instant.now(), network.identity()));
                reported = false;
            }
        } catch (ShellException failed) {
            if (failed.isInterruption()) {
                throw new InterruptedException();
            }
            report(failed.text());
        }
    }

    private void happened(HubEvent event) {
        HubEvents.say(event, session.io().display());
        onChange.run();
    }

    private void report(String obstacle) {
        if (!reported) {
            reported = true;
            Display display = session.io().display();
            display.say(MessageLevel.WARNING, obstacle);
            display.say(MessageLevel.NOTE, "  connects as soon as there is one; or: demo · connect URI · hub URI &");
        }
    }
}
