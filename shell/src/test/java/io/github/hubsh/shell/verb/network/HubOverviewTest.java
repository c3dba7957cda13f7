package io.github.hubsh.shell.verb.network;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
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
                        losses               plugin    dropped  refused  lost
                                             plugin_a        1        2     3
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
    void hundreds_of_names_are_pinged_at_once_and_none_is_waited_for_long() {
        CountDownLatch inFlight = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            bench.session.network.plugins.add("microdrop.channel_" + i);
        }
        bench.session.network.onPing = () -> {
            inFlight.countDown();
            assertThat(Interruptible.<Boolean, RuntimeException>get("stopped", () -> inFlight.await(20, SECONDS)))
                    .isTrue();
        };
        bench.run("plugins --ping | count");

        assertThat(bench.screen.data()).isEqualTo("204\n");
        assertThat(bench.session.network.pingTimeout).isEqualTo(Duration.ofMillis(1500));
        bench.run("plugins --ping --timeout 7s | count");
        assertThat(bench.session.network.pingTimeout).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shells_are_one_row_where_the_hub_keeps_the_names_of_those_that_have_ended() {
        bench.session.network.plugins.addAll(List.of("hubsh-ann-bench", "hubsh-ann-bench-2", "hubsh-bob-desk"));
        bench.run("plugins --ping --json");
        assertThat(bench.screen.data())
                .contains("{\"name\":\"hubsh-me\",", "{\"name\":\"hubsh-*\",\"shells\":3,")
                .doesNotContain("bench");

        bench.run("plugins --shells | count");
        assertThat(bench.screen.data()).endsWith("7\n");

        bench.session.network.report = report();
        bench.run("plugins | count");
        assertThat(bench.screen.data()).endsWith("7\n");
    }

    @Test
    void plugins_and_status_show_the_hubs_of_a_cluster() {
        bench.session.network.report = clustered();
        bench.run("plugins --at roomB; status | select cluster cluster_joined cluster_hubs cluster_link");

        assertThat(bench.screen.data()).isEqualTo("""
                        name               hub    connected  since    in_flight  last_seen
                        microdrop.dropbot  roomB  false
                        plugin_a           roomB  true       1 h ago          4  3 s ago
                        cluster         lab
                        cluster_joined  true
                        cluster_hubs    hub    round_trip_ms
                                        roomB            0.5
                                        roomC
                        cluster_link    {"lost":0}
                        """);
    }

    @Test
    void a_hub_that_is_not_in_the_cluster_is_an_error() {
        bench.session.network.report = clustered();
        assertThat(bench.run("plugins --at roomD")).isEqualTo(6);
        assertThat(bench.screen.messages())
                .contains("there is no hub 'roomD' in this network", "did you mean 'roomB'?");
        bench.session.network.report = report();
        assertThat(bench.run("plugins --at elsewhere")).isEqualTo(6);
        assertThat(bench.screen.messages()).contains("hub status shows the hubs");
    }

    @Test
    void a_hub_of_the_cluster_without_plugins_is_an_empty_table_with_a_word() {
        bench.session.network.report = clustered();
        assertThat(bench.run("plugins --at roomC --ping")).isZero();
        assertThat(bench.screen.messages()).contains("no plugins at roomC");
        assertThat(bench.screen.data()).isEqualTo("""
                        name  hub  connected  since  in_flight  last_seen  round_trip_ms  stale
                        """);
        assertThat(bench.run("plugins --at roomC --json")).isZero();
        assertThat(bench.screen.data()).endsWith("[]\n");
    }

    @Test
    void plugins_of_this_hub_come_before_those_of_others() {
        bench.session.network.report = clustered();
        assertThat(bench.run("plugins | jq 'map(.name)' ")).isZero();
        assertThat(bench.screen.data()).endsWith("[\"hub\",\"hubsh-me\",\"microdrop.dropbot\",\"plugin_a\"]\n");
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
                        List.of(new TreeMap<>(Map.of("hub", "roomB", "round_trip_ms", 0.5)), Map.of("hub", "roomC")),
                        Map.of("plugin_a", "roomB", "microdrop.dropbot", "roomB"),
                        Set.of("microdrop.dropbot"),
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
