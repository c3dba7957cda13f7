package io.github.hubsh.shell.verb.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.ServedKeys;
import io.github.hubsh.shell.session.SessionSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({"tcp://127.0.0.1:1, tcp://127.0.0.1:1", "ipc:///run/hub, ipc:///run/hub", "'', tcp://127.0.0.1:31000"})
    void without_a_uri_only_this_machine_reaches_it(String typed, String uri) {
        assertThat(served("hub " + typed))
                .isEqualTo(new ServedHub(uri, null, 0, 0, null, null, null, new ServedKeys(null, null, false), null));
    }

    @ParameterizedTest
    @CsvSource({"1", "65535"})
    void a_port_is_a_number_of_two_bytes(int port) {
        ServedHub hub = served("hub --publish-port " + port);

        assertThat(hub.publishPort()).isEqualTo(port);
        assertThat(hub.commandPort()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"--command-port", "--publish-port"})
    void a_port_beyond_that_is_pointed_at(String option) {
        assertThat(bench.run("hub " + option + " 65536")).isEqualTo(2);

        assertThat(bench.screen.messages())
                .startsWith("error: " + option + " is a number from 1 to 65535\n  hub " + option + " 65536\n"
                        + " ".repeat("  hub  ".length() + option.length()) + "^\n");
        assertThat(bench.session.hubs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"clients", "any"})
    void a_hub_with_a_key_lets_in_those_whose_keys_it_has(String clients) {
        assertThat(served("hub --curve hub.key --clients " + clients).keys())
                .isEqualTo(new ServedKeys("hub.key", clients, false));
    }

    /** The caret of each line stands at this text, or behind the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hub --clients any  | any | --clients goes with --curve FILE, the hub's own key     | hubsh keygen NAME makes one
            hub --curve x.key  |     | expected --clients too: the folder of the keys that come in | --clients any lets in every
            """)
    void a_key_and_those_of_its_clients_go_together(String line, @Nullable String at, String message, String hint) {
        assertThat(bench.run(line)).isEqualTo(2);

        int caret = at == null ? line.length() + 1 : line.indexOf(at);
        assertThat(bench.screen.messages())
                .startsWith("error: " + message + "\n  " + line + "\n  " + " ".repeat(caret) + "^\n  " + hint);
        assertThat(bench.session.hubs).isEmpty();
    }

    /** Who said it once for the shell need not say it for each hub. */
    @ParameterizedTest
    @CsvSource({"'', false, false", "--insecure, false, true", "'', true, true", "--insecure, true, true"})
    void that_there_are_no_keys_may_be_known(String flag, boolean known, boolean insecure) {
        bench.session.switchTo(SessionSettings.ofHub("tcp://localhost:31000").withKeys(new HubKeys(null, null, known)));

        assertThat(served("hub tcp://0.0.0.0:31000 " + flag).keys().insecure()).isEqualTo(insecure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name x",
                "--command-port 1",
                "--away 5s",
                "--memory 64m",
                "--http 80",
                "--clients any",
                "--insecure",
                "--join none",
                "--join-creds f"
            })
    void status_takes_no_option_of_a_hub_that_is_started(String option) {
        assertThat(bench.run("hub status " + option)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .startsWith("error: " + option.replaceFirst(" .*", "") + " is for a hub that is started\n")
                .endsWith("  hub status alone shows the hubs of the network\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--jsonl", "--table --all", "--quiet"})
    void status_is_written_as_any_result_is(String format) {
        assertThat(bench.run("hub status " + format))
                .as(bench.screen.messages())
                .isZero();

        assertThat(bench.session.hubs).isEmpty();
        assertThat(bench.screen.data()).contains("round_trip_ms");
    }

    private ServedHub served(String line) {
        assertThat(bench.run(line)).as(bench.screen.messages()).isZero();
        assertThat(bench.session.hubs).hasSize(1);
        return bench.session.hubs.get(0);
    }
}
