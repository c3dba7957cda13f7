package io.github.hubsh.core.protocol.cluster;

/**
 * One run of a hub.
 *
 * @param hub the hub's name, which no other hub of the cluster has
 * @param epoch grows with each start of a hub of this name
 */
public record HubStart(String hub, long epoch) {}
