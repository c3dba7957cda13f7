package io.github.hubsh.core.cluster;

/**
 * What a link is doing.
 *
 * @param server the server of NATS that it is connected to, or an empty text
 * @param problem what keeps it from a server, or what the server keeps from it, or an empty text: a connection refused,
 *     credentials that are not known, a subject that these may not use
 * @param roundTrip of a message to that server, in nanoseconds; negative if it is not known
 * @param sent messages
 * @param received messages
 * @param unsent messages that were not sent: there was no connection, or no room, or they were too large
 * @param missed messages that came faster than this hub took them, and were dropped
 * @param disconnected how often the connection was lost
 * @param rejected messages that came and are of no hub, or not of the one that they say
 */
public record LinkStatus(
        String server,
        String problem,
        long roundTrip,
        long sent,
        long received,
        long unsent,
        long missed,
        long disconnected,
        long rejected) {
    /** The status before there is a link. */
    public static final LinkStatus NONE = new LinkStatus("", "", -1, 0, 0, 0, 0, 0, 0);
}
