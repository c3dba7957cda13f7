package io.github.hubsh.shell.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known by name, from memory: Tab reads it and never the network. May be read from any thread. */
public interface Catalog {
    /** Returns what the session keeps beside its network, which has names of its own. */
    Workspace workspace();

    /** Returns the plugins of the last registry that we saw, in registration order. */
    List<String> plugins();

    /** Returns the commands that a plugin published, that were declared for it, or that the wire has shown; sorted. */
    List<String> commands(String plugin);

    /** Returns what is known of a command, or {@code null}. */
    default @Nullable KnownCommand command(String plugin, String command) {
        return null;
    }

    /**
     * Returns what arguments can be checked against, or {@code null} where that is not at hand: as {@link #command}, but of
     * what earlier runs have kept it is only a look, so that a single request does not pay for learning and saving.
     */
    default @Nullable KnownCommand atHand(String plugin, String command) {
        return null;
    }

    /** Returns what each command answered last, sorted by plugin and command. */
    default List<LastValue> lastValues() {
        return List.of();
    }

    /** Returns whether a command has answered several times, and never with data. */
    default boolean answersNothing(String plugin, String command) {
        return false;
    }

    /** Returns when something of a plugin was heard last, or {@code null} where it never was. */
    default @Nullable Instant lastSeen(String plugin) {
        return null;
    }

    /** Returns the variables' names, without the sign. */
    default List<String> variables() {
        return List.copyOf(workspace().variables().keySet());
    }

    /** Returns the aliases' names. */
    default List<String> aliases() {
        return List.copyOf(workspace().aliases().keySet());
    }

    /** Returns the numbers of the jobs that run. */
    default List<String> jobs() {
        return workspace().jobs().list().stream()
                .map(job -> Integer.toString(job.number()))
                .toList();
    }

    /** Returns the names of the contexts. */
    default List<String> contexts() {
        return workspace().contexts();
    }

    /** Returns the plugin that {@code .command} is for, or {@code null}. */
    default @Nullable String focus() {
        return workspace().focus();
    }
}
