package io.github.hubsh.core.hub;

import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.protocol.HubPolicy;

/**
 * What a hub is made of.
 *
 * @param handlers the hub's own commands
 * @param ports where the command and publish sockets bind
 * @param memory for its buffers, in bytes
 */
record HubSetup(String name, Handlers handlers, HubPolicy policy, HubPorts ports, long memory) {}
