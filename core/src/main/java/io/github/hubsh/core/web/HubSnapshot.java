package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.HubStatistics;
import io.github.hubsh.core.hub.HubTraffic;
import io.github.hubsh.core.hub.PluginStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hub at one moment.
 *
 * @param uri where plugins connect
 * @param plugins in order of registration
 * @param cluster that it has joined, or {@code null}
 */
record HubSnapshot(
        String name,
        String uri,
        HubStatistics statistics,
        HubTraffic traffic,
        List<PluginStatus> plugins,
        @Nullable ClusterStatus cluster) {}
