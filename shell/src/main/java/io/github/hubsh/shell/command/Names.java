package io.github.hubsh.shell.command;

import java.util.List;

/** What is known by name, from memory: Tab reads it and never the network. May be read from any thread. */
public interface Names {
    /** Returns the plugins of the last registry that we saw, in registration order. */
    List<String> plugins();

    /** Returns the commands of a plugin that broadcasts and our own requests have shown, sorted. */
    List<String> commands(String plugin);
}
