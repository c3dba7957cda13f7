package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.JournaledStatement;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.syntax.VerbName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which networks write down what they send. */
final class JournaledHubTest {
    private static final Request REQUEST =
            new Request("plugin_a", "list", Map.of(), Payload.JSON, false, Duration.ofSeconds(1));

    private final ShellBench bench = ShellBench.pipe();
    private final Journal.Entry entry = bench.session
            .memory()
            .journal()
            .begin(new JournaledStatement(
                    1,
                    VerbName.EXECUTE,
                    "x plugin_a list",
                    LineParser.parse("x plugin_a list").get(0).arguments(),
                    null,
                    false));

    @Test
    void the_network_of_a_statement_is_written_down() {
        JournaledHub hub = new JournaledHub(bench.session, () -> entry);
        assertThat(hub.joined()).isNull();

        hub.network().send(REQUEST).await();
        Network joined = hub.joined();
        assertThat(joined).isNotNull();
        joined.send(REQUEST.within(Duration.ofSeconds(2))).await();

        assertThat(entry.exchanges())
                .extracting(Journal.Exchange::request)
                .containsExactly(REQUEST, REQUEST.within(Duration.ofSeconds(2)));
    }

    @Test
    void without_a_statement_it_is_the_network_itself() {
        JournaledHub hub = new JournaledHub(bench.session, () -> null);

        assertThat(hub.network()).isSameAs(bench.session.network);
        assertThat(hub.joined()).isSameAs(bench.session.network);
    }

    @Test
    void the_statement_is_that_of_the_moment_in_which_the_network_is_taken() {
        @Nullable Journal.Entry[] current = new Journal.Entry[1];
        JournaledHub hub = new JournaledHub(bench.session, () -> current[0]);

        Network before = hub.network();
        current[0] = entry;
        before.send(REQUEST).await();
        hub.network().send(REQUEST).await();

        assertThat(entry.exchanges()).hasSize(1);
    }

    @Test
    void all_else_is_the_hubs() {
        JournaledHub hub = new JournaledHub(bench.session, () -> entry);

        hub.permit(REQUEST, false);

        assertThat(hub.settings()).isEqualTo(bench.session.settings());
        assertThat(hub.membership()).isSameAs(bench.session);
        assertThat(hub.draft(REQUEST)).isEqualTo(bench.session.draft(REQUEST));
        assertThat(entry.exchanges()).isEmpty();
    }
}
