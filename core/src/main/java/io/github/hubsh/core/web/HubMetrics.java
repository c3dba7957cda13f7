package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.HubStatistics;
import io.github.hubsh.core.hub.HubTraffic;
import io.github.hubsh.core.hub.PluginStatus;
import io.github.hubsh.core.web.PrometheusText.Label;
import io.github.hubsh.core.web.PrometheusText.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What a hub has done and does, for Prometheus. Pure. */
final class HubMetrics {
    private final HubSnapshot hub;
    private final ShownPlugins plugins;
    private final PrometheusText text = new PrometheusText();

    private HubMetrics(HubSnapshot hub) {
        this.hub = hub;
        this.plugins = ShownPlugins.of(hub.plugins());
    }

    static String render(HubSnapshot hub, WebCounts web) {
        HubMetrics metrics = new HubMetrics(hub);
        metrics.ofHub();
        metrics.ofMessages(hub.statistics());
        metrics.ofSockets(hub.traffic());
        metrics.ofPlugins();
        if (hub.cluster() != null) {
            ClusterMetrics.write(hub.cluster(), metrics.text);
        }
        metrics.ofWeb(web);
        return metrics.text.toString();
    }

    private void ofHub() {
        text.family("hubsh_hub_info", MetricType.GAUGE, "The hub and its address; always 1.");
        text.sample("hubsh_hub_info", List.of(new Label("hub", hub.name()), new Label("uri", hub.uri())), 1);
        text.family(
                "hubsh_plugins", MetricType.GAUGE, "Registered plugins, by whether their command socket is connected.");
        long connected = hub.plugins().stream().filter(PluginStatus::connected).count();
        text.sample("hubsh_plugins", List.of(new Label("state", "connected")), connected);
        text.sample(
                "hubsh_plugins",
                List.of(new Label("state", "away")),
                hub.plugins().size() - connected);
        gauge("hubsh_memory_bytes", "Memory of messages under way or waiting.", memory().used());
        gauge("hubsh_memory_limit_bytes", "The memory budget of such messages.", memory().limit());
    }

    private HubStatistics.Memory memory() {
        return hub.statistics().memory();
    }

    private void ofMessages(HubStatistics counted) {
        counter("hubsh_messages_received_total", "Messages received, valid or not.", counted.received());
        counter("hubsh_messages_forwarded_total", "Messages passed on from plugin to plugin.", counted.forwarded());
        counter("hubsh_messages_answered_total", "Messages answered by the hub, errors included.", counted.answered());
        counter("hubsh_errors_total", "Requests and broken messages answered with an error.", counted.refused());
        counter("hubsh_messages_dropped_total", "Messages neither passed on nor answered.", counted.dropped());
        counter(
                "hubsh_messages_lost_total",
                "Messages that did not reach their plugin, or without a reply when it went.",
                counted.lost());
        counter("hubsh_broadcasts_total", "Messages broadcast.", counted.broadcast());
        counter(
                "hubsh_broadcasts_lost_total",
                "Broadcasts not sent to a subscriber that does not keep up, for each such subscriber.",
                counted.broadcastLost());
        counter(
                "hubsh_connections_dropped_total",
                "Connections closed because their peers did not read, or held too much memory.",
                counted.disconnected());
    }

    private void ofSockets(HubTraffic traffic) {
        gauge("hubsh_connections", "Open connections.", traffic.connections());
        counter("hubsh_connections_opened_total", "Connections opened.", traffic.opened());
        counter("hubsh_received_bytes_total", "Bytes read from connections.", traffic.receivedBytes());
        counter("hubsh_sent_bytes_total", "Bytes of messages handed to connections.", traffic.sentBytes());
        text.family(
                "hubsh_round_trip_seconds",
                MetricType.HISTOGRAM,
                "Time from passing a request on to its reply, of all plugins that are or were registered.");
        text.histogram("hubsh_round_trip_seconds", List.of(), traffic.roundTrips());
    }

    private void ofPlugins() {
        ofEach(
                "hubsh_plugin_connected",
                MetricType.GAUGE,
                "Whether it is connected.",
                plugin -> plugin.connected() ? 1 : 0);
        ofEach("hubsh_plugin_in_flight", MetricType.GAUGE, "Requests to it without a reply.", PluginStatus::inFlight);
        ofEach(
                "hubsh_plugin_dropped_total",
                MetricType.COUNTER,
                "Its messages that were dropped.",
                PluginStatus::dropped);
        ofEach(
                "hubsh_plugin_errors_total",
                MetricType.COUNTER,
                "Its messages that the hub answered with an error, in the place of their target.",
                PluginStatus::refused);
        ofEach(
                "hubsh_plugin_lost_total",
                MetricType.COUNTER,
                "Messages that did not reach it, or were without a reply when it went.",
                PluginStatus::lost);
        String name = "hubsh_plugin_round_trip_seconds";
        text.family(name, MetricType.HISTOGRAM, "Time from passing a request on to it to its reply.");
        for (PluginStatus plugin : listed()) {
            text.histogram(name, label(plugin), plugin.roundTrips());
        }
    }

    private void ofWeb(WebCounts web) {
        gauge("hubsh_http_connections", "Open connections of HTTP.", web.connections());
        counter("hubsh_http_connections_refused_total", "Connections of HTTP that were one too many.", web.refused());
        gauge("hubsh_http_viewers", "Viewers that get events.", web.viewers());
        counter("hubsh_http_viewers_dropped_total", "Viewers hung up on because they did not read.", web.slow());
        counter("hubsh_http_broadcasts_unshown_total", "Broadcasts too quick to be shown.", web.unshown());
    }

    private void ofEach(String name, MetricType type, String help, ToLongFunction<PluginStatus> value) {
        text.family(name, type, help);
        for (PluginStatus plugin : listed()) {
            text.sample(name, label(plugin), value.applyAsLong(plugin));
        }
    }

    private List<PluginStatus> listed() {
        List<PluginStatus> all = new ArrayList<>(plugins.shown());
        if (plugins.hidden() > 0) {
            all.add(plugins.others());
        }
        return all;
    }

    private static List<Label> label(PluginStatus plugin) {
        return List.of(new Label("plugin", plugin.name()));
    }

    private void counter(String name, String help, long value) {
        text.family(name, MetricType.COUNTER, help);
        text.sample(name, List.of(), value);
    }

    private void gauge(String name, String help, long value) {
        text.family(name, MetricType.GAUGE, help);
        text.sample(name, List.of(), value);
    }
}
