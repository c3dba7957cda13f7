/**
 * Many hubs as one network: {@link io.github.hubsh.core.protocol.cluster.ClusterProtocol} is the pure machine that each
 * of them runs beside its own.
 *
 * <p>It knows names and numbers, and neither the hub's registry nor what a message says: the messages of this package
 * are the heads of what travels, the texts of requests, replies and broadcasts travel beside them. As in the room
 * around it, there is no socket, thread or clock.
 */
@NullMarked
package io.github.hubsh.core.protocol.cluster;

import org.jspecify.annotations.NullMarked;
