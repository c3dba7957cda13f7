package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.PluginStatus;
import io.github.hubsh.core.protocol.RoundTrips;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugins that are shown one by one, and all others in one: a registry may have ten thousand, and each would be a
 * time series of its own. The first to register are shown, so that those shown stay the same.
 *
 * @param hidden how many plugins are among the others
 * @param others what is counted of them together, under the name {@link #OTHERS}
 */
record ShownPlugins(List<PluginStatus> shown, int hidden, PluginStatus others) {
    /** How many plugins are shown at the most. */
    static final int MAX_PLUGINS = 100;

    /** No plugin is shown under this name. */
    static final String OTHERS = "others";

    static ShownPlugins of(List<PluginStatus> plugins) {
        List<PluginStatus> shown = new ArrayList<>();
        PluginStatus others = new PluginStatus(OTHERS, false, Instant.EPOCH, 0, 0, 0, 0, RoundTrips.NONE);
        for (PluginStatus plugin : plugins) {
            if (shown.size() < MAX_PLUGINS && !plugin.name().equals(OTHERS)) {
                shown.add(plugin);
            } else {
                others = sum(others, plugin);
            }
        }
        return new ShownPlugins(List.copyOf(shown), plugins.size() - shown.size(), others);
    }

    private static PluginStatus sum(PluginStatus others, PluginStatus plugin) {
        return new PluginStatus(
                OTHERS,
                others.connected() || plugin.connected(),
                others.since(),
                others.inFlight() + plugin.inFlight(),
                others.dropped() + plugin.dropped(),
                others.refused() + plugin.refused(),
                others.lost() + plugin.lost(),
                others.roundTrips().plus(plugin.roundTrips()));
    }
}
