package io.github.hubsh.core.protocol.cluster;

/**
 * What a hub knows of another hub.
 *
 * @param epoch of its start
 * @param plugins how many it has announced
 * @param heardAt when it has said something last, in the machine's time
 * @param roundTrip how long a message to it and back takes, in nanoseconds; negative if that is not known yet
 * @param asked how many requests from here are under way there
 * @param served how many requests from there are under way here
 */
public record HubPresence(String hub, long epoch, int plugins, long heardAt, long roundTrip, int asked, int served) {}
