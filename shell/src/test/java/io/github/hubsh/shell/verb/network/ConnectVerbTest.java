package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

/** {@code connect} and {@code disconnect}, and a hub that is not there. */
final class ConnectVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void connect_says_where_and_under_which_name() {
        assertThat(bench.run("connect tcp://lab:31000; connect")).isZero();

        assertThat(bench.screen.messages()).isEqualTo("""
                        connected to tcp://lab:31000 as hubsh-me
                        connected to tcp://lab:31000 as hubsh-me
                        """);
    }

    @Test
    void connecting_to_no_hub_ends_with_3() {
        bench.session.hubIsThere = false;

        assertThat(bench.run("status")).isEqualTo(3);

        assertThat(bench.screen.messages()).isEqualTo("""
                        error: no hub answers at tcp://localhost:31000
                          start one with hubsh hub, or name another with --hub URI
                        """);
    }

    @Test
    void disconnect_says_whether_there_was_a_hub() {
        bench.run("disconnect; connect; disconnect --quiet; disconnect");

        assertThat(bench.screen.messages())
                .isEqualTo("not connected\nconnected to tcp://localhost:31000 as hubsh-me\nnot connected\n"
                        .replace(
                                "connected to tcp://localhost:31000",
                                "connected to "
                                        + bench.session.network.identity().uri()));
    }
}
