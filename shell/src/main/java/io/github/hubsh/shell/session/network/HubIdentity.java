package io.github.hubsh.shell.session.network;

/**
 * A hub that we have joined, and who we are there.
 *
 * @param uri the query URI
 * @param hubName the hub's name, as it calls itself
 * @param ownName our plugin name, as registered
 */
public record HubIdentity(String uri, String hubName, String ownName) {}
