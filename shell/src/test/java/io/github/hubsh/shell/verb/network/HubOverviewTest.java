package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code status} and {@code plugins} show, at hubs that tell of their plugins and at others. */
final class HubOverviewTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void status_shows_hub_name_round_trip_and_traffic() {
        bench.run("status");

        assertThat(bench.screen.data()).isEqualTo("""
                        hub                tcp://localhost:31000
                        hub_name           hub
                        name               hubsh-me
                        plugins            4
                        round_trip_ms      1.234
                        sent               3
                        received           2
                        broadcasts         1
                        broadcasts_missed  0
                        """);
    }

    @Test
    void status_shows_what_the_hub_dropped_refused_and_lost() {
        bench.session.network.report = report();
        bench.run(
                "status | select hub_dropped hub_refused hub_lost hub_broadcasts_lost hub_disconnected hub_memory hub_memory_limit losses");

        assertThat(bench.screen.data()).isEqualTo("""
                        hub_dropped          5
                        hub_refused          6
                        hub_lost             7
                        hub_broadcasts_lost  8
                        hub_disconnected     9
                        hub_memory           10
                        hub_memory_limit     11
                        losses               [{"plugin":"plugin_a","dropped":1,"refused":2,"lost":3}]
                        """);
    }

    @Test
    void plugins_are_connected_or_not_if_the_hub_says_so() {
        bench.session.network.report = report();
        bench.run("plugins");

        assertThat(bench.screen.data()).isEqualTo("""
                        name               connected  since    in_flight  last_seen
                        hub
                        plugin_a           true       1 h ago          4  3 s ago
                        microdrop.dropbot
                        hubsh-me
                        """);
    }

    @Test
    void plugins_are_listed_and_pinged() {
        bench.run("plugins --ping");

        assertThat(bench.screen.data()).isEqualTo("""
                        name               last_seen  round_trip_ms  stale
                        hub                                   1.234  false
                        plugin_a           3 s ago            1.234  false
                        microdrop.dropbot                            true
                        hubsh-me
                        """);
    }

    @Test
    void plugins_and_status_show_the_hubs_of_a_cluster() {
        bench.session.network.report = clustered();
        bench.run("plugins --at roomB; status | select cluster cluster_joined cluster_hubs cluster_link");

        assertThat(bench.screen.data()).isEqualTo("""
                        name      hub    connected  since    in_flight  last_seen
                        plugin_a  roomB  true       1 h ago          4  3 s ago
                        cluster         lab
                        cluster_joined  true
                        cluster_hubs    [{"hub":"roomB","round_trip_ms":0.5}]
                        cluster_link    {"lost":0}
                        """);
    }

    @Test
    void a_hub_that_is_not_in_the_cluster_is_an_error() {
        bench.session.network.report = clustered();
        bench.run("plugins --at roomC");

        assertThat(bench.screen.messages()).contains("no plugins at a hub 'roomC'");
    }

    private static HubReport clustered() {
        HubReport report = report();
        return new HubReport(
                report.plugins(),
                report.losses(),
                report.broadcastsLost(),
                report.disconnected(),
                report.memory(),
                report.refusals(),
                new ClusterReport(
                        "lab",
                        true,
                        List.of(new TreeMap<>(Map.of("hub", "roomB", "round_trip_ms", 0.5))),
                        Map.of("plugin_a", "roomB"),
                        Map.of("lost", 0L)));
    }

    private static HubReport report() {
        Losses some = new Losses(1, 2, 3);
        return new HubReport(
                Map.of("plugin_a", new PluginReport(true, "2024-01-01T09:00:00Z", 4, some)),
                new Losses(5, 6, 7),
                8,
                9,
                new HubReport.Memory(10, 11));
    }
}
