package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says when the hub is lost and when it is back, while something runs that continues afterwards. At the prompt it says
 * nothing, because the prompt does.
 */
public final class HubEvents {
    private HubEvents() {}

    /** Runs the work, and reports meanwhile. */
    public static <T> T during(Session session, Supplier<T> work) {
        return during(session, why -> {}, work);
    }

    /**
     * Runs the work, and reports meanwhile.
     *
     * @param overdue called with the error that says so when the hub is not back in time, on another thread
     */
    public static <T> T during(Session session, Consumer<ShellException> overdue, Supplier<T> work) {
        List<Consumer<HubEvent>> listeners = session.hub().membership().hubListeners();
        Consumer<HubEvent> listener = event -> report(event, session, overdue);
        listeners.add(listener);
        try {
            return work.get();
        } finally {
            listeners.remove(listener);
        }
    }

    private static void report(HubEvent event, Session session, Consumer<ShellException> overdue) {
        if (event.kind() == HubEvent.Kind.OVERDUE) {
            overdue.accept(event.error());
        } else if (!session.hub().settings().observing()) {
            say(event, session.io().display());
        }
    }

    /** Says it to a person. That a hub is overdue is not said: it ends what waits, with an error. */
    public static void say(HubEvent event, Display display) {
        String uri = event.hub().uri();
        if (event.kind() == HubEvent.Kind.LOST) {
            display.say(MessageLevel.WARNING, "the hub at " + uri + " is lost");
            display.say(MessageLevel.NOTE, "  reconnects as soon as it is back");
        } else if (event.kind() == HubEvent.Kind.BACK) {
            display.say(
                    MessageLevel.NOTE,
                    "connected to " + uri + " as " + event.hub().ownName());
        }
    }
}
