package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HubReportsTest {
    @Test
    void a_report_is_read() {
        Map<String, Object> answer = Map.of(
                "version",
                1L,
                "plugins",
                Map.of("a", Map.of("connected", true, "since", "now", "in_flight", 2L, "lost", 1L), "b", "odd"),
                "statistics",
                Map.of(
                        "dropped",
                        3L,
                        "refused",
                        4L,
                        "lost",
                        5L,
                        "broadcast_lost",
                        6L,
                        "disconnected",
                        7L,
                        "memory",
                        8L,
                        "memory_limit",
                        9L));
        HubReport report = HubReports.read(answer);
        assertThat(report.losses()).isEqualTo(new Losses(3, 4, 5));
        assertThat(report.broadcastsLost()).isEqualTo(6);
        assertThat(report.disconnected()).isEqualTo(7);
        assertThat(report.memory()).isEqualTo(new HubReport.Memory(8, 9));
        assertThat(report.plugins().get("a")).isEqualTo(new PluginReport(true, "now", 2, new Losses(0, 0, 1)));
        assertThat(report.plugins().get("b")).isEqualTo(new PluginReport(null, null, 0, new Losses(0, 0, 0)));
        assertThat(report.pluginLosses())
                .containsExactly(Map.of("plugin", "a", "dropped", 0L, "refused", 0L, "lost", 1L));
    }

    @Test
    void what_another_command_of_that_name_answers_is_no_report() {
        assertThat(HubReports.read(null)).isNull();
        assertThat(HubReports.read("fine")).isNull();
        assertThat(HubReports.read(Map.of("version", "1"))).isNull();
        assertThat(HubReports.read(Map.of("version", 1L, "plugins", List.of(), "statistics", Map.of())))
                .isNull();
    }

    @Test
    void what_a_hub_tells_of_its_cluster_is_read() {
        Map<String, Object> answer = Map.of(
                "version",
                1L,
                "plugins",
                Map.of(),
                "statistics",
                Map.of(),
                "cluster",
                Map.of(
                        "name",
                        "lab",
                        "joined",
                        true,
                        "hubs",
                        Map.of("roomB", Map.of("asked", 1L), "odd", 2L),
                        "plugins",
                        Map.of("pump", "roomB"),
                        "away",
                        List.of("pump"),
                        "link",
                        Map.of("lost", 3L)));
        ClusterReport cluster = HubReports.read(answer).cluster();
        assertThat(cluster.name()).isEqualTo("lab");
        assertThat(cluster.joined()).isTrue();
        assertThat(cluster.hubs()).containsExactlyInAnyOrder(Map.of("hub", "roomB", "asked", 1L), Map.of("hub", "odd"));
        assertThat(cluster.homes()).containsExactly(Map.entry("pump", "roomB"));
        assertThat(cluster.away()).containsExactly("pump");
        assertThat(cluster.link()).containsExactly(Map.entry("lost", 3L));
    }
}
