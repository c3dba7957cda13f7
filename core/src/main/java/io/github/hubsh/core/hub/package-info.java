/**
 * {@link io.github.hubsh.core.hub.Hub}: the threads and sockets around
 * {@link io.github.hubsh.core.protocol.HubProtocol}.
 *
 * <p>Each of the three sockets has one thread. The query and the command thread take turns at the machine and carry out
 * what it says; broadcasts go through a queue to the publish thread, so that a fan-out never delays a reply.
 */
@NullMarked
package io.github.hubsh.core.hub;

import org.jspecify.annotations.NullMarked;
