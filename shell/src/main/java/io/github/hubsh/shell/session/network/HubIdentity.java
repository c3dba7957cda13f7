package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.Message;

/**
 * A hub that we have joined, and who we are there.
 *
 * @param uri the query URI
 * @param hubName the hub's name, as it calls itself
 * @param ownName our plugin name, as registered
 */
public record HubIdentity(String uri, String hubName, String ownName) {
    /** Returns whether a message goes from us to the hub or back. */
    public boolean isBetween(Message message) {
        String source = message.source();
        String target = message.target();
        return (source.equals(ownName) && target.equals(hubName)) || (source.equals(hubName) && target.equals(ownName));
    }
}
