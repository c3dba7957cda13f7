package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of plugins and commands, from memory: Tab reads it and never the network. May be read from any thread.
 */
public interface Catalog {
    /** Returns the plugins of the last registry that we saw, in registration order. */
    List<String> plugins();

    /** Returns the commands that a plugin published, that were declared for it, or that the wire has shown; sorted. */
    List<String> commands(String plugin);

    /** Returns what is known of a command, or {@code null}. */
    @Nullable
    KnownCommand command(String plugin, String command);

    /**
     * Returns what arguments can be checked against, or {@code null} where that is not at hand: as {@link #command},
     * but of what earlier runs have kept it is only a look, so that a single request does not pay for learning and
     * saving.
     */
    @Nullable
    KnownCommand atHand(String plugin, String command);

    /** Returns what the network has shown of itself. */
    Observations observations();

    /** Returns what learns from messages that were not heard on this network; it knows nothing yet. */
    Learner learner();
}
