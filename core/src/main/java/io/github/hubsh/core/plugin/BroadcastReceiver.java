package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Frames;

/** Gets what comes to the subscribe socket, on its thread. */
interface BroadcastReceiver {
    void received(Frames frames);

    /**
     * Broadcasts were lost on the way.
     *
     * @param count {@link BroadcastLossListener#UNKNOWN} where it is not known
     */
    default void lost(long count) {}
}
