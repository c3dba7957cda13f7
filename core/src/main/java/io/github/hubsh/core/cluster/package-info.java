/**
 * The link between the hubs of a cluster, over NATS: {@link io.github.hubsh.core.cluster.ClusterLink} moves the
 * messages of {@link io.github.hubsh.core.protocol.cluster.ClusterMessage}, and the texts that travel behind them as
 * they came.
 *
 * <p>There are three kinds of subjects below {@code hubsh.CLUSTER}: {@code all} for announcements, {@code hub.NAME} for
 * what one hub gets, and {@code pub.PREFIX} for broadcasts whose source begins with a prefix that another hub wants.
 * What NATS loses is lost here, too, and counted where it can be seen; the machine finds it out and says so.
 *
 * <p>A hub that joins no cluster loads nothing of this room but {@link io.github.hubsh.core.cluster.JoinOptions}.
 */
@NullMarked
package io.github.hubsh.core.cluster;

import org.jspecify.annotations.NullMarked;
