package io.github.hubsh.shell.live;

import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.plugin.RemoteErrorException;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the hub for its {@code hub_status}, until it turns out to have none. */
final class HubReports {
    private static final String COMMAND = "hub_status";

    private final Plugin plugin;
    private final ExecuteOptions options;

    // Mutable state
    private volatile boolean offered = true;

    /** @param options of the request: silent, and without much patience */
    HubReports(Plugin plugin, ExecuteOptions options) {
        this.plugin = plugin;
        this.options = options;
    }

    /** Returns the hub's report, or {@code null} if it makes none. */
    @Nullable
    HubReport ask() {
        if (!offered) {
            return null;
        }
        try {
            HubReport report = read(plugin.execute(plugin.hubName(), COMMAND, Map.of(), options));
            offered = report != null;
            return report;
        } catch (RemoteErrorException e) {
            offered = false;
            return null;
        } catch (PluginException e) {
            if (Thread.interrupted()) {
                throw ShellException.interrupted("stopped asking the hub").hint("");
            }
            return null;
        }
    }

    /** Reads a report of the first version; {@code null} for anything else. */
    static @Nullable HubReport read(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> report
                && report.get("version") instanceof Long
                && report.get("plugins") instanceof Map<?, ?> plugins
                && report.get("statistics") instanceof Map<?, ?> statistics) {
            Map<String, PluginReport> rows = new LinkedHashMap<>();
            plugins.forEach((name, row) ->
                    rows.put(String.valueOf(name), plugin(row instanceof Map<?, ?> m ? m : Map.of())));
            return new HubReport(
                    rows,
                    losses(statistics),
                    number(statistics, "broadcast_lost"),
                    number(statistics, "disconnected"),
                    new HubReport.Memory(number(statistics, "memory"), number(statistics, "memory_limit")),
                    refusals(report),
                    report.get("cluster") instanceof Map<?, ?> cluster ? cluster(cluster) : null);
        }
        return null;
    }

    private static HubReport.Refusals refusals(Map<?, ?> report) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (report.get("refused_peers") instanceof List<?> peers) {
            for (Object peer : peers) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                if (peer instanceof Map<?, ?> told) {
                    told.forEach((key, value) -> row.put(String.valueOf(key), value));
                }
                rows.add(row);
            }
        }
        return new HubReport.Refusals(report.get("security") instanceof String kind ? kind : "", rows);
    }

    private static ClusterReport cluster(Map<?, ?> cluster) {
        List<Map<String, @Nullable Object>> hubs = new ArrayList<>();
        part(cluster, "hubs").forEach((name, row) -> {
            Map<String, @Nullable Object> hub = new LinkedHashMap<>();
            hub.put("hub", name);
            if (row instanceof Map<?, ?> facts) {
                facts.forEach((key, value) -> hub.put(String.valueOf(key), value));
            }
            hubs.add(hub);
        });
        Map<String, String> homes = new LinkedHashMap<>();
        part(cluster, "plugins").forEach((plugin, hub) -> homes.put(plugin, String.valueOf(hub)));
        String name = String.valueOf(cluster.get("name"));
        Set<String> away = new HashSet<>();
        if (cluster.get("away") instanceof List<?> plugins) {
            plugins.forEach(plugin -> away.add(String.valueOf(plugin)));
        }
        boolean isJoined = Boolean.TRUE.equals(cluster.get("joined"));
        return new ClusterReport(name, isJoined, hubs, homes, away, part(cluster, "link"));
    }

    private static Map<String, @Nullable Object> part(Map<?, ?> cluster, String key) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        if (cluster.get(key) instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> part.put(String.valueOf(name), value));
        }
        return part;
    }

    private static PluginReport plugin(Map<?, ?> row) {
        return new PluginReport(
                row.get("connected") instanceof Boolean connected ? connected : null,
                row.get("since") instanceof String since ? since : null,
                number(row, "in_flight"),
                losses(row));
    }

    private static Losses losses(Map<?, ?> row) {
        return new Losses(number(row, "dropped"), number(row, "refused"), number(row, "lost"));
    }

    private static long number(Map<?, ?> row, String key) {
        return row.get(key) instanceof Long number ? number : 0;
    }
}
