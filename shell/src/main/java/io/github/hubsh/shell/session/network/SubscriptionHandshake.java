package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;

/**
 * Makes sure of what is heard, at the begin and at the end of listening. A hub takes a moment until it has heard of a
 * subscription, and what it publishes until then is lost; and a reply may be here before its broadcast is, which comes
 * on a connection of its own. So the hub is asked until the messages of that arrive; hubs that do not publish them cost
 * some milliseconds.
 */
public final class SubscriptionHandshake {
    private static final int MAX_TRIES = 10;
    private static final int MAX_DRAINED = 100;
    /** Of the first one it is not certain that it was published now. */
    private static final int OWN_HEARD = 2;

    private static final Duration WAIT = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private SubscriptionHandshake() {}

    /**
     * Waits until the hub has heard of a subscription.
     *
     * @param broadcasts that were subscribed to before; what has come of them meanwhile is taken away
     */
    public static void await(Network network, BroadcastStream broadcasts) {
        try (BroadcastStream everything = network.listen(BroadcastFilter.EVERYTHING)) {
            boolean heard = false;
            for (int tries = 0; tries < MAX_TRIES && !heard; tries++) {
                heard = answers(network) && drain(everything) > 0;
            }
        }
        drain(broadcasts);
    }

    /** Waits until what the hub has published is heard; gives up soon if it does not answer. */
    public static void catchUp(Network network) {
        HubIdentity identity = network.identity();
        BroadcastFilter questions = new BroadcastFilter(identity.ownName(), identity.hubName(), null);
        try (BroadcastStream own = network.listen(questions)) {
            int heard = 0;
            for (int tries = 0; tries < MAX_TRIES && heard < OWN_HEARD && answers(network); tries++) {
                heard += own.next(WAIT) == null ? 0 : 1;
            }
        } catch (ShellException failed) {
            if (failed.isInterruption()) {
                throw failed;
            }
            // Nothing more comes of a hub that is lost.
        }
    }

    private static boolean answers(Network network) {
        try {
            network.ping(network.identity().hubName(), TIMEOUT);
            return true;
        } catch (ShellException failed) {
            if (failed.problem() != Problem.TIMEOUT) {
                throw failed;
            }
            return false; // a busy hub
        }
    }

    private static int drain(BroadcastStream broadcasts) {
        int taken = 0;
        while (taken < MAX_DRAINED && broadcasts.next(WAIT) != null) {
            taken++;
        }
        return taken;
    }
}
