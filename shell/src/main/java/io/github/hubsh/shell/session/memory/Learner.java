package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.network.TimedBroadcast;

/**
 * Learns what plugins can do from messages that were not heard on this network, such as those of a recording, exactly
 * as from those that are heard. For one thread.
 */
public interface Learner {
    /** Takes the next message, in the order in which they came. */
    void heard(TimedBroadcast message);

    /** Returns what was learned, and nothing else; its plugins are those that have answered. */
    Catalog catalog();

    /** Adds what was learned to what is known of the present hub, so that Tab completes it too. */
    void keep();
}
