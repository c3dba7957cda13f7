package io.github.hubsh.core.web;

import io.github.hubsh.core.cluster.LinkStatus;
import io.github.hubsh.core.hub.BroadcastListener;
import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.HubStatistics;
import io.github.hubsh.core.hub.HubTraffic;
import io.github.hubsh.core.hub.PluginStatus;
import io.github.hubsh.core.protocol.RoundTrips;
import io.github.hubsh.core.protocol.cluster.ClusterCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hub that is whatever a test says. */
final class FakeWatchedHub implements WatchedHub {
    static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    final List<BroadcastListener> listeners = new ArrayList<>();
    final List<Runnable> tasks = new ArrayList<>();
    List<PluginStatus> plugins = List.of();
    boolean running = true;

    /** Runs what was posted to the hub's loop. */
    void turn() {
        List<Runnable> posted = List.copyOf(tasks);
        tasks.clear();
        posted.forEach(Runnable::run);
    }

    static PluginStatus plugin(String name, RoundTrips roundTrips) {
        return new PluginStatus(name, true, NOON, 2, 3, 4, 5, roundTrips);
    }

    static HubSnapshot snapshot(String name, List<PluginStatus> plugins) {
        HubStatistics statistics =
                new HubStatistics(10, 9, 8, 7, 6, 5, 4, 3, 2, new HubStatistics.Memory(1_024, 65_536));
        HubTraffic traffic = new HubTraffic(3, 12, 2_000, 3_000, new RoundTrips(1_500_000, 0, 1, 0, 0, 1));
        return new HubSnapshot(name, "tcp://127.0.0.1:31000", statistics, traffic, plugins, null);
    }

    /** A hub that has joined two others, one of a hostile name. */
    static HubSnapshot joined() {
        HubSnapshot alone = snapshot("lab", List.of());
        ClusterStatus cluster = new ClusterStatus(
                "net",
                true,
                List.of(
                        new ClusterStatus.ClusterHub("roomB", 2, 1_500, 2_500_000, 4, 5),
                        new ClusterStatus.ClusterHub("a\"}\n<b>", 1, 20, -1, 0, 0)),
                Map.of("pump", "roomB"),
                List.of(),
                new LinkStatus("nats://h:4222", "", 700_000, 1, 2, 3, 4, 5, 6),
                new ClusterCounts(6, 7, 8, 9));
        return new HubSnapshot(alone.name(), alone.uri(), alone.statistics(), alone.traffic(), List.of(), cluster);
    }

    @Override
    public HubSnapshot snapshot() {
        if (!running) {
            throw new IllegalStateException("the hub is not running");
        }
        return snapshot("lab", plugins);
    }

    @Override
    public void afterTurn(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void addListener(BroadcastListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(BroadcastListener listener) {
        listeners.remove(listener);
    }
}
