package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.Octets;

/** Hears of the subscriptions of a publishing socket's peers. Called on the loop. */
public interface SubscriptionWatch {
    /** A peer has subscribed to a prefix for the first time, or does not want it any longer. */
    void changed(Octets prefix, boolean wanted);
}
