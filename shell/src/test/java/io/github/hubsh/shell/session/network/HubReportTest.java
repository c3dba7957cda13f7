package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hub tells of lost messages. */
final class HubReportTest {
    @Test
    void a_plugin_that_has_lost_something_has_a_row() {
        Map<String, PluginReport> plugins = new LinkedHashMap<>();
        plugins.put("none", new PluginReport(true, null, 5, new Losses(0, 0, 0)));
        plugins.put("dropped", new PluginReport(true, null, 0, new Losses(1, 0, 0)));
        plugins.put("refused", new PluginReport(null, null, 0, new Losses(0, 2, 0)));
        plugins.put("lost", new PluginReport(false, "now", 0, new Losses(0, 0, 3)));
        HubReport report = new HubReport(plugins, new Losses(1, 2, 3), 4, 5, new HubReport.Memory(0, 0));

        assertThat(Json.write(report.pluginLosses()))
                .isEqualTo("[{\"plugin\":\"dropped\",\"dropped\":1,\"refused\":0,\"lost\":0},"
                        + "{\"plugin\":\"refused\",\"dropped\":0,\"refused\":2,\"lost\":0},"
                        + "{\"plugin\":\"lost\",\"dropped\":0,\"refused\":0,\"lost\":3}]");
        assertThat(report.cluster()).isNull();
        assertThat(report.refusals().peers()).isEmpty();
    }
}
