package io.github.hubsh.core.hub;

import io.github.hubsh.core.protocol.RoundTrips;

/**
 * What goes through a hub's sockets since it was reset.
 *
 * @param connections that are open now; plugins have up to three
 * @param opened connections until now
 * @param receivedBytes read from all connections
 * @param sentBytes of messages handed to connections
 * @param roundTrips how long replies took, of all plugins, also of those that have left
 */
public record HubTraffic(long connections, long opened, long receivedBytes, long sentBytes, RoundTrips roundTrips) {}
