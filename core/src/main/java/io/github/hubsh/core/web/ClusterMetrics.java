package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.ClusterStatus.ClusterHub;
import io.github.hubsh.core.web.PrometheusText.Label;
import io.github.hubsh.core.web.PrometheusText.MetricType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** A hub's links to the other hubs of its cluster, for Prometheus. Pure. */
final class ClusterMetrics {
    /** How many other hubs have series of their own. */
    static final int MAX_HUBS = 100;

    private static final Map<String, String> HELP = Map.of(
            "sent", "Messages sent to other hubs.",
            "received", "Messages received from other hubs.",
            "unsent", "Messages not sent: no connection, no room, or too large.",
            "missed", "Messages that came faster than this hub took them.",
            "disconnected", "How often the connection to the servers of NATS was lost.",
            "repaired", "Announcements that were lost, and asked for again.",
            "lost", "Requests to other hubs that ended without a reply.",
            "duplicates", "Requests that came twice, and were not executed again.",
            "refused", "Plugins of other hubs that were not accepted, and their requests.",
            "rejected", "Messages that came and are of no hub, or in the name of another one.");

    private final ClusterStatus cluster;
    private final PrometheusText text;

    private ClusterMetrics(ClusterStatus cluster, PrometheusText text) {
        this.cluster = cluster;
        this.text = text;
    }

    static void write(ClusterStatus cluster, PrometheusText text) {
        ClusterMetrics metrics = new ClusterMetrics(cluster, text);
        metrics.ofCluster();
        metrics.ofLink();
        metrics.ofHubs();
    }

    private void ofCluster() {
        text.family("hubsh_cluster_joined", MetricType.GAUGE, "Whether this hub is in its cluster now.");
        text.sample("hubsh_cluster_joined", List.of(new Label("cluster", cluster.name())), cluster.joined() ? 1 : 0);
        gauge("hubsh_cluster_hubs", "Other hubs of the cluster.", cluster.hubs().size());
        gauge(
                "hubsh_cluster_plugins",
                "Plugins at other hubs.",
                cluster.plugins().size());
    }

    private void ofLink() {
        String name = "hubsh_cluster_server_round_trip_seconds";
        text.family(name, MetricType.GAUGE, "Round trip to the server of NATS, when the connection was made.");
        if (!cluster.server().isEmpty() && cluster.serverRoundTripNanos() >= 0) {
            text.time(name, List.of(new Label("server", cluster.server())), cluster.serverRoundTripNanos());
        }
        cluster.traffic().forEach((count, value) -> {
            String family = "hubsh_cluster_" + count + "_total";
            text.family(family, MetricType.COUNTER, HELP.getOrDefault(count, ""));
            text.sample(family, List.of(), value);
        });
    }

    private void ofHubs() {
        String roundTrip = "hubsh_cluster_hub_round_trip_seconds";
        text.family(roundTrip, MetricType.GAUGE, "Round trip to another hub, measured last.");
        for (ClusterHub hub : listed()) {
            if (hub.roundTripNanos() >= 0) {
                text.time(roundTrip, label(hub), hub.roundTripNanos());
            }
        }
        String silent = "hubsh_cluster_hub_silent_seconds";
        text.family(silent, MetricType.GAUGE, "Since when another hub has said nothing.");
        listed().forEach(hub -> text.time(silent, label(hub), TimeUnit.MILLISECONDS.toNanos(hub.silentMillis())));
        ofEach("hubsh_cluster_hub_plugins", "Plugins of another hub.", ClusterHub::plugins);
        ofEach("hubsh_cluster_hub_asked", "Requests from here under way at another hub.", ClusterHub::asked);
        ofEach("hubsh_cluster_hub_served", "Requests from another hub under way here.", ClusterHub::served);
    }

    private void ofEach(String family, String help, ToLongFunction<ClusterHub> value) {
        text.family(family, MetricType.GAUGE, help);
        listed().forEach(hub -> text.sample(family, label(hub), value.applyAsLong(hub)));
    }

    /** Returns the hubs with series of their own: always the same ones, as long as they are there. */
    private List<ClusterHub> listed() {
        return cluster.hubs().stream()
                .sorted(Comparator.comparing(ClusterHub::name))
                .limit(MAX_HUBS)
                .toList();
    }

    private void gauge(String family, String help, long value) {
        text.family(family, MetricType.GAUGE, help);
        text.sample(family, List.of(), value);
    }

    private static List<Label> label(ClusterHub hub) {
        return List.of(new Label("hub", hub.name()));
    }
}
