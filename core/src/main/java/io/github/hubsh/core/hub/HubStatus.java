package io.github.hubsh.core.hub;

import io.github.hubsh.core.handler.CommandDescription;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hub knows of its plugins and of itself, as its command {@code hub_status} answers it. */
final class HubStatus {
    static final String COMMAND = "hub_status";

    static final CommandDescription DESCRIPTION =
            CommandDescription.of("each plugin: connected, since when, requests in flight; what the hub has done");

    /** Counts the shapes of the answer. */
    private static final long VERSION = 1;

    private HubStatus() {}

    static Map<String, Object> of(
            List<PluginStatus> plugins,
            HubStatistics statistics,
            HubAdmission access,
            @Nullable ClusterStatus cluster) {
        Map<String, Object> rows = new LinkedHashMap<>();
        plugins.forEach(plugin -> rows.put(plugin.name(), row(plugin)));
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", VERSION);
        status.put("plugins", rows);
        status.put("statistics", row(statistics));
        status.put("security", access.isCurve() ? "curve" : "null");
        Map<String, Object> counts = new LinkedHashMap<>();
        access.counts().forEach((rule, count) -> counts.put(rule.word(), count));
        status.put("refusals", counts);
        status.put("refused_peers", access.last().stream().map(HubStatus::row).toList());
        if (cluster != null) {
            status.put("cluster", cluster.row());
        }
        return status;
    }

    private static Map<String, Object> row(RefusedAccess refused) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time", refused.last().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("rule", refused.rule().word());
        row.put("name", refused.who().name());
        row.put("key", refused.who().key());
        row.put("address", refused.who().address());
        row.put("reason", refused.reason());
        row.put("count", refused.count());
        return row;
    }

    private static Map<String, Object> row(PluginStatus plugin) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("connected", plugin.connected());
        row.put("since", plugin.since().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("in_flight", (long) plugin.inFlight());
        row.put("dropped", plugin.dropped());
        row.put("refused", plugin.refused());
        row.put("lost", plugin.lost());
        return row;
    }

    private static Map<String, Object> row(HubStatistics statistics) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("received", statistics.received());
        row.put("forwarded", statistics.forwarded());
        row.put("answered", statistics.answered());
        row.put("refused", statistics.refused());
        row.put("dropped", statistics.dropped());
        row.put("lost", statistics.lost());
        row.put("broadcast", statistics.broadcast());
        row.put("broadcast_lost", statistics.broadcastLost());
        row.put("disconnected", statistics.disconnected());
        row.put("memory", statistics.memory().used());
        row.put("memory_limit", statistics.memory().limit());
        return row;
    }
}
