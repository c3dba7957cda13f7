package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.ShellException;
import org.junit.jupiter.api.Test;

/** What {@code doctor} makes of its checks; those of the program are in DoctorTest. */
final class DoctorVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void remedies_stand_below_the_table_and_what_is_broken_is_an_error() {
        bench.program.checks.add(HealthCheck.ok("java", "17"));
        bench.program.checks.add(HealthCheck.warningUnless(false, "locale", "C", "set LANG"));
        bench.program.checks.add(new HealthCheck("history", "none", HealthCheck.State.BROKEN, "set HOME"));
        bench.session.hubIsThere = false;

        assertThat(bench.run("doctor")).isEqualTo(1);

        assertThat(bench.screen.data())
                .containsPattern("(?m)^java +ok +17")
                .containsPattern("(?m)^locale +warning +C ")
                .containsPattern("(?m)^hub +broken +no hub answers");
        assertThat(bench.screen.messages()).isEqualTo("""
                locale: set LANG
                history: set HOME
                hub: start one with hubsh hub, or name another with --hub URI
                error: broken: history, hub
                  follow the remedies in the rows
                """);
    }

    @Test
    void a_warning_is_no_error() {
        bench.program.checks.add(HealthCheck.warningUnless(false, "locale", "C", "set LANG"));

        assertThat(bench.run("doctor")).isZero();

        assertThat(bench.screen.messages()).isEqualTo("locale: set LANG\n");
        assertThat(bench.screen.data()).contains("answers in 1.2 ms").contains("hubsh-me");
    }

    @Test
    void a_cluster_is_looked_at_where_a_hub_here_joins_one() {
        bench.configuration.settings.put(Setting.JOIN, "nats://a:1");
        bench.configuration.settings.put(Setting.HUB_NAME, "roomA");

        assertThat(bench.run("doctor --json")).isZero();
        assertThat(bench.screen.data()).contains("\"check\":\"cluster\",\"state\":\"ok\",\"value\":\"[nats://a:1]\"");

        bench.configuration.settings.remove(Setting.HUB_NAME);
        assertThat(bench.run("doctor")).isEqualTo(1);
        assertThat(bench.screen.messages())
                .startsWith("cluster: add --name NAME, or set hub-name")
                .contains("error: broken: cluster\n");
    }

    @Test
    void an_interruption_is_no_broken_hub() {
        bench.session.network.onPing = () -> {
            throw ShellException.interrupted("stopped");
        };

        assertThat(bench.run("doctor")).isEqualTo(130);

        assertThat(bench.screen.data()).isEmpty();
    }
}
