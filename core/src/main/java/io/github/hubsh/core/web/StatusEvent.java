package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.ClusterStatus.ClusterHub;
import io.github.hubsh.core.hub.HubStatistics;
import io.github.hubsh.core.hub.HubTraffic;
import io.github.hubsh.core.hub.PluginStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A hub and its plugins, as the page shows them. Pure. */
final class StatusEvent {
    /** How many other hubs are shown. */
    private static final int MAX_HUBS = 100;

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private StatusEvent() {}

    static String render(HubSnapshot hub, WebCounts web, Instant now) {
        ShownPlugins plugins = ShownPlugins.of(hub.plugins());
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("time", now.truncatedTo(ChronoUnit.MILLIS).toString());
        status.put("hubs", List.of(row(hub)));
        ClusterStatus cluster = hub.cluster();
        if (cluster != null) {
            status.put("cluster", row(cluster));
        }
        status.put("plugins", plugins.shown().stream().map(StatusEvent::row).toList());
        status.put("hidden", (long) plugins.hidden());
        status.put("messages", row(hub.statistics()));
        status.put("traffic", row(hub.traffic()));
        status.put("viewers", web.viewers());
        status.put("unshown", web.unshown());
        return EventText.of("status", status);
    }

    private static Map<String, @Nullable Object> row(HubSnapshot hub) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", hub.name());
        row.put("uri", hub.uri());
        row.put("plugins", (long) hub.plugins().size());
        row.put("connections", hub.traffic().connections());
        row.put("memory", hub.statistics().memory().used());
        row.put("memory_limit", hub.statistics().memory().limit());
        return row;
    }

    private static Map<String, @Nullable Object> row(ClusterStatus cluster) {
        List<ClusterHub> hubs = cluster.hubs().stream()
                .sorted(Comparator.comparing(ClusterHub::name))
                .toList();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", cluster.name());
        row.put("joined", cluster.joined());
        row.put("server", cluster.server());
        row.put("hubs", hubs.stream().limit(MAX_HUBS).map(StatusEvent::row).toList());
        row.put("hidden", (long) Math.max(0, hubs.size() - MAX_HUBS));
        row.put("traffic", cluster.traffic());
        return row;
    }

    private static Map<String, @Nullable Object> row(ClusterHub hub) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", hub.name());
        row.put("plugins", (long) hub.plugins());
        row.put("round_trip", hub.roundTripNanos() < 0 ? null : hub.roundTripNanos() / NANOS_PER_SECOND);
        row.put("silent", hub.silentMillis() / 1000.0);
        row.put("asked", (long) hub.asked());
        row.put("served", (long) hub.served());
        return row;
    }

    private static Map<String, @Nullable Object> row(PluginStatus plugin) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", plugin.name());
        row.put("connected", plugin.connected());
        row.put("since", plugin.since().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("in_flight", (long) plugin.inFlight());
        row.put("replies", plugin.roundTrips().count());
        row.put("seconds", plugin.roundTrips().nanos() / NANOS_PER_SECOND);
        row.put("problems", plugin.dropped() + plugin.refused() + plugin.lost());
        return row;
    }

    private static Map<String, @Nullable Object> row(HubStatistics counted) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("received", counted.received());
        row.put("forwarded", counted.forwarded());
        row.put("answered", counted.answered());
        row.put("errors", counted.refused());
        row.put("dropped", counted.dropped());
        row.put("lost", counted.lost());
        row.put("broadcast", counted.broadcast());
        row.put("broadcast_lost", counted.broadcastLost());
        return row;
    }

    private static Map<String, @Nullable Object> row(HubTraffic traffic) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("received_bytes", traffic.receivedBytes());
        row.put("sent_bytes", traffic.sentBytes());
        row.put("replies", traffic.roundTrips().count());
        row.put("seconds", traffic.roundTrips().nanos() / NANOS_PER_SECOND);
        return row;
    }
}
