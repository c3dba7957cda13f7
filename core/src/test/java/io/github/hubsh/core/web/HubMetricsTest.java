package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.PluginStatus;
import io.github.hubsh.core.protocol.RoundTrips;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
final class HubMetricsTest {
    private static final WebCounts WEB = new WebCounts(2, 1, 1, 3, 4);

    @Test
    void a_hub_with_one_plugin_is_this_text() throws IOException {
        PluginStatus pump = FakeWatchedHub.plugin("pump", new RoundTrips(70_000_250_000L, 1, 0, 0, 1, 0));

        assertThat(render(List.of(pump))).isEqualTo(resource("metrics.txt"));
    }

    @Test
    void a_name_cannot_end_its_label_or_line() {
        String text = render(List.of(FakeWatchedHub.plugin("a\"} 1\nb\\c", RoundTrips.NONE)));

        assertThat(text.lines()).contains("hubsh_plugin_in_flight{plugin=\"a\\\"} 1\\nb\\\\c\"} 2");
        assertThat(text.lines()).allMatch(line -> line.startsWith("#") || line.startsWith("hubsh_"));
    }

    @Test
    void a_thousand_plugins_make_no_more_series_than_a_hundred_and_one() {
        List<PluginStatus> many = IntStream.range(0, 1_000)
                .mapToObj(i -> FakeWatchedHub.plugin("p" + i, new RoundTrips(10, 1)))
                .toList();

        assertThat(render(many).lines().filter(line -> line.startsWith("hubsh_plugin_lost_total{")))
                .hasSize(101)
                .endsWith("hubsh_plugin_lost_total{plugin=\"others\"} 4500");
        assertThat(render(many)).contains("hubsh_plugin_round_trip_seconds_count{plugin=\"others\"} 900\n");
    }

    @Test
    void no_series_is_there_twice() {
        List<PluginStatus> plugins = new ArrayList<>(IntStream.range(0, 150)
                .mapToObj(i -> FakeWatchedHub.plugin("p" + i, RoundTrips.NONE))
                .toList());
        plugins.add(0, FakeWatchedHub.plugin("others", RoundTrips.NONE));

        assertThat(render(plugins)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.substring(0, line.lastIndexOf(' '))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_hub_of_a_cluster_has_its_links_too() {
        String text = HubMetrics.render(FakeWatchedHub.joined(), WEB);

        assertThat(text.lines())
                .contains(
                        "hubsh_cluster_joined{cluster=\"net\"} 1",
                        "hubsh_cluster_hubs 2",
                        "hubsh_cluster_plugins 1",
                        "hubsh_cluster_server_round_trip_seconds{server=\"nats://h:4222\"} 0.0007",
                        "hubsh_cluster_unsent_total 3",
                        "hubsh_cluster_lost_total 7",
                        "hubsh_cluster_refused_total 9",
                        "hubsh_cluster_hub_round_trip_seconds{hub=\"roomB\"} 0.0025",
                        "hubsh_cluster_hub_silent_seconds{hub=\"roomB\"} 1.5",
                        "hubsh_cluster_hub_plugins{hub=\"a\\\"}\\n<b>\"} 1",
                        "hubsh_cluster_hub_asked{hub=\"roomB\"} 4",
                        "hubsh_cluster_hub_served{hub=\"roomB\"} 5");
        assertThat(text.lines()).allMatch(line -> line.startsWith("#") || line.startsWith("hubsh_"));
        assertThat(text.lines().filter(line -> line.startsWith("# HELP"))).allMatch(line -> line.endsWith("."));
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = HubMetricsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        }
    }

    private static String render(List<PluginStatus> plugins) {
        return HubMetrics.render(FakeWatchedHub.snapshot("lab", plugins), WEB);
    }
}
