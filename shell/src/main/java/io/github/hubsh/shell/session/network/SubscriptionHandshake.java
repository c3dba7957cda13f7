package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;

/**
 * Waits until the hub has heard of a subscription. A hub takes a moment for that, and what it publishes until then is
 * lost. So it is asked until its own messages arrive; hubs that do not publish them cost some milliseconds.
 */
public final class SubscriptionHandshake {
    private static final int MAX_TRIES = 10;
    private static final int MAX_DRAINED = 100;
    private static final Duration WAIT = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private SubscriptionHandshake() {}

    /**
     * Waits.
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
