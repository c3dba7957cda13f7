package io.github.hubsh.core.protocol;

/** What a plugin is to do next: something about its connection to the hub, or something about commands. */
public sealed interface PluginAction permits ConnectionAction, CommandAction {}
