package io.github.hubsh.shell.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known by name, from memory: Tab reads it and never the network. May be read from any thread. */
public interface Names {
    /** Returns the plugins of the last registry that we saw, in registration order. */
    List<String> plugins();

    /** Returns the commands of a plugin that broadcasts and our own requests have shown, sorted. */
    List<String> commands(String plugin);

    /** Returns the variables' names, without the sign. */
    default List<String> variables() {
        return List.of();
    }

    /** Returns the aliases' names. */
    default List<String> aliases() {
        return List.of();
    }

    /** Returns the numbers of the jobs that run. */
    default List<String> jobs() {
        return List.of();
    }

    /** Returns the plugin that {@code .command} is for, or {@code null}. */
    default @Nullable String focus() {
        return null;
    }
}
