package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.Memory;
import io.github.hubsh.shell.session.network.HubReport.Refusals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code status} adds where the hub tells more than every hub does; the rest is in HubOverviewTest. */
final class StatusVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    /** Columns: the security that a hub tells, and that which is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            curve | curve
            null  | none
            other | none
            ``    |
            """)
    void security_is_shown_where_the_hub_tells_it(String told, @Nullable String shown) {
        bench.session.network.report = report(told, List.of());

        bench.run("status");

        if (shown == null) {
            assertThat(bench.screen.data()).contains("hub_disconnected").doesNotContain("security");
        } else {
            assertThat(bench.screen.data()).containsPattern("(?m)^security +" + shown + "$");
        }
    }

    @Test
    void those_that_were_refused_are_a_table() {
        bench.session.network.report = report(
                "curve", List.of(Map.of("time", "2024-01-01T10:00:01Z"), Map.of("time", "2024-01-01T10:00:02Z")));

        assertThat(bench.run("status --refused")).isZero();

        assertThat(bench.screen.data()).isEqualTo("time\n2 s ago\n1 s ago\n");
    }

    @Test
    void a_hub_that_refused_none_says_so_with_an_empty_table() {
        bench.session.network.report = report("null", List.of());

        assertThat(bench.run("status --refused --json")).isZero();

        assertThat(bench.screen.data()).isEqualTo("[]\n");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_hub_that_does_not_tell_whom_it_refused_is_an_error(boolean reports) {
        bench.session.network.report = reports ? report("", List.of()) : null;

        assertThat(bench.run("status --refused")).isEqualTo(6);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: this hub does not say which peers it refused
                  hubs of hubsh do; others write it to their log
                """);
    }

    private static HubReport report(String security, List<Map<String, @Nullable Object>> refused) {
        return new HubReport(
                Map.of(), new Losses(0, 0, 0), 0, 0, new Memory(1, 2), new Refusals(security, refused), null);
    }
}
