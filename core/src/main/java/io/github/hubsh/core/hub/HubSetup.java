package io.github.hubsh.core.hub;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.protocol.HubPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hub is made of.
 *
 * @param handlers the hub's own commands
 * @param ports where the command and publish sockets bind
 * @param memory for its buffers, in bytes
 * @param listeners to broadcasts, which may become more or fewer at any time
 * @param access who may come, and do what
 * @param join how it joins a cluster; {@code null} if it stays alone
 */
record HubSetup(
        String name,
        Handlers handlers,
        HubPolicy policy,
        HubPorts ports,
        long memory,
        List<BroadcastListener> listeners,
        HubAdmission access,
        @Nullable JoinOptions join) {}
