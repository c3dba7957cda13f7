package io.github.hubsh.shell.verb.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.syntax.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hubs that join others: how they are asked for, and how they are seen. */
final class JoiningHubTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void a_hub_may_join_others_under_a_name_of_its_own() {
        bench.run(
                "hub --name roomA --join nats://a:1,nats://b:2 --cluster lab --join-creds hub.creds --join-tls certs");
        assertThat(bench.session.calls)
                .containsExactly(
                        "hub tcp://127.0.0.1:31000 roomA 0 0"
                                + " ServedCluster[servers=[nats://a:1, nats://b:2], name=lab, credentials=hub.creds, tls=certs]");
        bench.session.calls.clear();
        bench.run("hub --join nats://a:1");
        assertThat(bench.screen.messages()).contains("needs a name of its own", "add --name NAME");
        bench.run("hub --cluster lab");
        assertThat(bench.screen.messages()).contains("--cluster is for a hub that joins others");
    }

    @Test
    void a_hub_may_be_configured_to_join_others() {
        bench.configuration.settings.putAll(
                Map.of(Setting.HUB_NAME, "roomA", Setting.JOIN, "nats://a:1", Setting.CLUSTER, "lab"));
        bench.run("hub");
        bench.run("hub --name roomB --cluster other --join nats://b:2");
        bench.run("hub --join none");
        assertThat(bench.session.calls)
                .containsExactly(
                        "hub tcp://127.0.0.1:31000 roomA 0 0"
                                + " ServedCluster[servers=[nats://a:1], name=lab, credentials=null, tls=null]",
                        "hub tcp://127.0.0.1:31000 roomB 0 0"
                                + " ServedCluster[servers=[nats://b:2], name=other, credentials=null, tls=null]",
                        "hub tcp://127.0.0.1:31000 roomA 0 0");
    }

    @Test
    void doctor_looks_at_the_cluster_that_a_hub_here_joins() {
        bench.configuration.settings.put(Setting.JOIN, "nats://a:1");
        assertThat(bench.run("doctor")).isEqualTo(1);
        assertThat(bench.screen.messages()).contains("cluster: add --name NAME, or set hub-name");
        bench.configuration.settings.put(Setting.HUB_NAME, "roomA");
        assertThat(bench.run("doctor --json")).isZero();
        assertThat(bench.screen.data()).contains("[nats://a:1]");
    }

    @Test
    void hub_status_shows_the_hubs_of_the_network_and_what_is_between_them() {
        bench.session.network.report = report(new ClusterReport(
                "lab",
                true,
                List.of(Map.of("hub", "roomB", "plugins", 1L, "silent_ms", 12L, "round_trip_ms", "", "asked", 2L)),
                Map.of("plugin_a", "roomB"),
                Set.of(),
                Map.of("server", "nats://a:4222", "round_trip_ms", 0.25, "lost", 3L, "sent", 7L)));
        assertThat(bench.run("hub status --jsonl")).isZero();
        assertThat(bench.screen.data())
                .isEqualTo("[{\"hub\":\"hub\",\"here\":true,\"plugins\":3,\"round_trip_ms\":1.234,\"silent_ms\":null,"
                        + "\"asked\":null,\"served\":null},{\"hub\":\"roomB\",\"here\":false,\"plugins\":1,"
                        + "\"round_trip_ms\":null,\"silent_ms\":12,\"asked\":2,\"served\":null}]\n");
        assertThat(bench.screen.messages())
                .isEqualTo("network 'lab' over nats://a:4222, which answers in 0.25 ms; lost 3 since its start\n");
    }

    @Test
    void hub_status_says_why_a_hub_is_alone() {
        bench.session.network.report = report(null);
        assertThat(bench.run("hub status")).isZero();
        assertThat(bench.screen.messages()).contains("has joined no others");
        bench.session.network.report =
                report(new ClusterReport("lab", false, List.of(), Map.of(), Set.of(), Map.of("server", "")));
        assertThat(bench.run("hub status")).isZero();
        assertThat(bench.screen.messages()).contains("not in its network 'lab': no server of NATS answers it");
        bench.session.network.report = report(new ClusterReport(
                "lab", false, List.of(), Map.of(), Set.of(), Map.of("server", "nats://a:1", "problem", "not for you")));
        assertThat(bench.run("hub status")).isZero();
        assertThat(bench.screen.messages()).contains("not in its network 'lab': not for you");
        bench.session.network.report = null;
        assertThat(bench.run("hub status")).isZero();
        assertThat(bench.screen.messages()).contains("does not tell of others");
        assertThat(bench.run("hub status --name x")).isEqualTo(2);
        assertThat(bench.run("hub stauts")).isEqualTo(2);
    }

    private static HubReport report(@Nullable ClusterReport cluster) {
        return new HubReport(
                Map.of(),
                new HubReport.Losses(0, 0, 0),
                0,
                0,
                new HubReport.Memory(0, 0),
                new HubReport.Refusals("", List.of()),
                cluster);
    }
}
