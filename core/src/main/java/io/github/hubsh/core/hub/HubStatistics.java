package io.github.hubsh.core.hub;

/**
 * What a hub has done since it was reset, in messages.
 *
 * @param received received by the query and command sockets, valid or not
 * @param forwarded passed on from plugin to plugin
 * @param answered answered by the hub itself, errors included
 * @param dropped could be neither passed on nor answered
 * @param broadcast handed to the publish socket
 * @param broadcastLost not sent to a subscriber that does not keep up, counted for each such subscriber
 */
public record HubStatistics(
        long received, long forwarded, long answered, long dropped, long broadcast, long broadcastLost) {}
