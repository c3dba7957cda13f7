package io.github.hubsh.shell.verb.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class HubVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void an_option_of_a_hub_says_how_long_a_plugin_stays_away() {
        bench.run("hub --away 5s");

        assertThat(bench.session.calls).containsExactly("hub tcp://127.0.0.1:31000 null 0 0 PT5S");
    }

    @Test
    void a_hub_may_be_shown_somewhere() {
        bench.run("hub --http 9464; hub --http 0.0.0.0:80");

        assertThat(bench.session.calls)
                .containsExactly(
                        "hub tcp://127.0.0.1:31000 null 0 0 at 9464",
                        "hub tcp://127.0.0.1:31000 null 0 0 at 0.0.0.0:80");
    }

    @Test
    void hub_and_demo_are_started_by_the_host() {
        bench.run(
                "hub tcp://127.0.0.1:1 --name lab --command-port 7; hub; demo; demo tcp://127.0.0.1:2; hub --memory 64m; hub --publish-port 70000");

        assertThat(bench.session.calls)
                .containsExactly(
                        "hub tcp://127.0.0.1:1 lab 7 0",
                        "hub tcp://127.0.0.1:31000 null 0 0",
                        "demo",
                        "demo tcp://127.0.0.1:2",
                        "hub tcp://127.0.0.1:31000 null 0 0 67108864");
        assertThat(bench.screen.messages()).contains("--publish-port is a number from 1 to 65535");
    }
}
