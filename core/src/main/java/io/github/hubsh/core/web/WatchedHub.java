package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.BroadcastListener;

/** The hub that is shown. Any thread may call. */
interface WatchedHub {
    /**
     * Returns what is known of it.
     *
     * @throws IllegalStateException if it does not run
     */
    HubSnapshot snapshot();

    /** Runs a task on its loop, soon; never if the loop does not turn. */
    void afterTurn(Runnable task);

    void addListener(BroadcastListener listener);

    void removeListener(BroadcastListener listener);
}
