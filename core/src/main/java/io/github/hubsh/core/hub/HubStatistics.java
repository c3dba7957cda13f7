package io.github.hubsh.core.hub;

/**
 * What a hub has done since it was reset, in messages, and the memory that it uses.
 *
 * @param received received by the query and command sockets, valid or not
 * @param forwarded passed on from plugin to plugin
 * @param answered answered by the hub itself, errors included
 * @param refused requests and broken messages that the hub answered with an error, in the place of their target
 * @param dropped could be neither passed on nor answered
 * @param lost did not reach their plugin, or were without a reply when it went
 * @param broadcast handed to the publish socket
 * @param broadcastLost not sent to a subscriber that does not keep up, counted for each such subscriber
 * @param disconnected connections that the hub has closed because their peers did not read, or held too much memory
 * @param memory what its buffers take now
 */
public record HubStatistics(
        long received,
        long forwarded,
        long answered,
        long refused,
        long dropped,
        long lost,
        long broadcast,
        long broadcastLost,
        long disconnected,
        Memory memory) {
    /**
     * The memory of messages that are under way or wait for a peer.
     *
     * @param used in bytes
     * @param limit in bytes
     */
    public record Memory(long used, long limit) {}
}
