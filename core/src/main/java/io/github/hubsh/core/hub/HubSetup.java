package io.github.hubsh.core.hub;

import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.protocol.HubPolicy;
import io.github.hubsh.core.transport.Transport;

/**
 * What a hub is made of.
 *
 * @param transport opens the sockets of inproc
 * @param handlers the hub's own commands
 * @param ports where the command and publish sockets bind
 */
record HubSetup(String name, Transport transport, Handlers handlers, HubPolicy policy, HubPorts ports) {}
