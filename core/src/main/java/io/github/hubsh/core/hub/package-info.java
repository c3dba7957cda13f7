/**
 * {@link io.github.hubsh.core.hub.Hub}: the threads and sockets around
 * {@link io.github.hubsh.core.protocol.HubProtocol}.
 *
 * <p>The three sockets are served by one thread, the hub's loop of {@code server}, which also runs the machine: a
 * message is received, decided and sent on in one turn, without a lock or a queue. Handlers of commands run on threads
 * of their own and post their results.
 */
@NullMarked
package io.github.hubsh.core.hub;

import org.jspecify.annotations.NullMarked;
