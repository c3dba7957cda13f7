package io.github.hubsh.shell.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerbsTest {
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

    @Test
    void a_command_that_never_has_data_is_reported_where_its_result_is_used() {
        bench.run("r = x plugin_a nothing; x plugin_a nothing | count");
        bench.run("x plugin_a nothing");

        assertThat(bench.screen.messages()).isEqualTo("""
                        plugin_a nothing has always replied without data so far
                        plugin_a nothing has always replied without data so far
                        ok (no data)
                        """);
    }

    @Test
    void commands_of_all_asks_each_plugin_but_ourselves() {
        bench.run("commands");

        assertThat(bench.session.network.inquired).containsExactlyInAnyOrder("hub", "plugin_a", "microdrop.dropbot");
        assertThat(bench.screen.data()).contains("dispense");
    }

    @Test
    void commands_are_what_was_seen() {
        bench.run("commands plugin_a");

        assertThat(bench.screen.data()).isEqualTo("""
                        plugin    command   known_from  documentation
                        plugin_a  dispense  described   dispense a volume
                        plugin_a  do_other  seen
                        plugin_a  do_thing  seen
                        """);
    }

    @Test
    void execute_sends_its_arguments_as_json_with_the_usual_timeout() {
        assertThat(bench.run("x plugin_a do_thing x=1 'Voltage (V)'=100")).isZero();

        assertThat(bench.session.network.sent)
                .containsExactly(new Request(
                        "plugin_a",
                        "do_thing",
                        Map.of("x", 1L, "Voltage (V)", 100L),
                        Payload.JSON,
                        false,
                        Duration.ofSeconds(5)));
        assertThat(bench.screen.data()).isEqualTo("x            1\nVoltage (V)  100\n");
    }

    @Test
    void options_of_execute_stand_anywhere() {
        bench.run("execute --timeout=1.5s plugin_a --silent do_thing --mime pickle x=1");

        assertThat(bench.session.network.sent)
                .containsExactly(new Request(
                        "plugin_a", "do_thing", Map.of("x", 1L), Payload.PICKLE, true, Duration.ofMillis(1500)));
    }

    @Test
    void content_stands_beside_the_data() {
        bench.files.with("keys.json", "{\"b\": [2]}");

        bench.run(
                "execute plugin_a do_thing x=1 --content step_number=3 --content=s==4 --content p[q]=5 --content @keys.json");
        bench.run("until plugin_a do_thing --content step_number:='{\"a\":null}' --that true");

        assertThat(bench.session.network.sent)
                .extracting(Request::content)
                .containsExactly(
                        Map.of("step_number", 3L, "s", "4", "p", Map.of("q", 5L), "b", List.of(2L)),
                        Map.of("step_number", Collections.singletonMap("a", null)));
        assertThat(bench.session.network.sent.get(0).body()).isEqualTo(Map.of("x", 1L));
        bench.run("execute plugin_a do_thing --content step_number=3 --dry-run --json");
        assertThat(bench.screen.data()).contains("\"content\":{\"step_number\":3}");
    }

    @Test
    void content_has_no_keys_of_the_message_and_no_value_that_json_would_change() {
        for (String key : List.of("command", "data", "metadata", "silent", "stop_on_error")) {
            assertThat(bench.run("execute plugin_a do_thing --content " + key + "=1"))
                    .isEqualTo(2);
        }
        assertThat(bench.screen.messages()).startsWith("""
                error: 'command' is a key of every request, and cannot stand beside the data
                  execute plugin_a do_thing --content command=1
                                                      ^
                """);
        assertThat(bench.run("execute plugin_a do_thing --content id:=tuple(1,2)"))
                .isEqualTo(2);
        assertThat(bench.run("execute plugin_a do_thing --content x")).isEqualTo(2);
        assertThat(bench.screen.messages())
                .contains("JSON would change the value of 'id'")
                .contains("expected an item such as name=value, found 'x'");
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void text_and_bytes_come_from_one_file() {
        bench.files.with("note.txt", "hi");

        bench.run("execute plugin_a do_thing --mime text @note.txt; execute plugin_a do_thing --mime bytes @note.txt");
        bench.run("execute plugin_a do_thing --mime text");

        assertThat(bench.session.network.sent)
                .extracting(Request::body)
                .containsExactly("hi", Bytes.of((byte) 'h', (byte) 'i'), null);
    }

    @Test
    void a_dry_run_shows_the_message_and_sends_nothing_not_even_a_greeting() {
        assertThat(bench.run("execute plugin_a do_thing --dry-run x=1")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                        target     plugin_a
                        command    do_thing
                        arguments  {"x":1}
                        mime_type  application/json
                        silent     false
                        raw        {"content":{"command":"do_thing"}}
                        """);
        assertThat(bench.session.network.sent).isEmpty();
        assertThat(bench.session.hub().joined()).isNull();
    }

    @Test
    void an_unknown_plugin_ends_with_6_and_a_suggestion() {
        assertThat(bench.run("execute plugin_b do_thing")).isEqualTo(6);
        assertThat(bench.screen.messages()).isEqualTo("""
                        error: plugin_b do_thing: no plugin of that name is at the hub
                          did you mean 'plugin_a'?
                        """);
    }

    @Test
    void an_unknown_command_ends_with_6_and_a_suggestion() {
        assertThat(bench.run("execute plugin_a do_thin")).isEqualTo(6);
        assertThat(bench.screen.messages()).isEqualTo("""
                        error: plugin_a do_thin: the plugin does not have this command
                          did you mean 'do_thing'?
                        """);
    }

    @Test
    void a_remote_error_ends_with_1_and_a_timeout_with_5() {
        assertThat(bench.run("execute plugin_a fail")).isEqualTo(1);
        assertThat(bench.run("execute plugin_a sleep --timeout 2s")).isEqualTo(5);
        assertThat(bench.screen.messages()).isEqualTo("""
                        error: plugin_a fail: ValueError: too much
                          the plugin failed; --debug shows its traceback
                        error: plugin_a sleep: no reply within 2 s
                          wait longer with --timeout 30s, or ping the plugin
                        """);
    }

    @Test
    void a_defect_of_ours_is_an_error_too_and_the_shell_lives_on() {
        assertThat(bench.run("execute plugin_a break")).isEqualTo(1);
        assertThat(bench.screen.messages()).startsWith("error: java.lang.IllegalStateException: a defect\n");
    }

    @Test
    void ping_shows_each_round_trip() {
        assertThat(bench.run("ping hub --count 2 --json")).isZero();

        assertThat(bench.screen.data()).isEqualTo("{\"target\":\"hub\",\"round_trip_ms\":1.234}\n".repeat(2));
    }

    @Test
    void several_pings_are_summed_up_for_people_only() {
        bench.run("ping hub --count 2");
        assertThat(bench.screen.data()).isEqualTo("1  hub  1.234 ms\n2  hub  1.234 ms\n");
        assertThat(bench.screen.messages()).isEqualTo("min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 2\n");

        ShellBench pipe = ShellBench.pipe();
        pipe.run("ping hub --count 2");
        assertThat(pipe.screen.messages()).isEmpty();
    }

    @Test
    void pings_that_are_stopped_are_summed_up_too() {
        int[] count = new int[1];
        bench.session.network.onPing = () -> {
            if (count[0]++ == 2) {
                throw ShellException.interrupted("stopped");
            }
        };

        assertThat(bench.run("ping hub --count 100")).isEqualTo(130);
        assertThat(bench.screen.data()).isEqualTo("  1  hub  1.234 ms\n  2  hub  1.234 ms\n");
        assertThat(bench.screen.messages()).startsWith("min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 2\n");
    }

    @Test
    void a_ping_that_is_lost_does_not_end_those_behind_it_unless_all_are() {
        int[] count = new int[1];
        bench.session.network.onPing = () -> {
            if (count[0]++ == 0) {
                throw new ShellException(Problem.TIMEOUT, "no answer");
            }
        };

        assertThat(bench.run("ping hub --count 2 --jsonl")).isZero();
        assertThat(bench.screen.data()).isEqualTo("""
                        {"target":"hub","round_trip_ms":null}
                        {"target":"hub","round_trip_ms":1.234}
                        """);
        assertThat(bench.run("ping microdrop.dropbot --count 2")).isEqualTo(5);
    }

    @Test
    void tail_shows_as_many_as_asked_and_stops_listening() {
        Header header = new Header("1", "s", "2024-01-01T00:00:00", "a", "hub", MessageType.CONNECT_REQUEST, "0.4");
        for (int i = 0; i < 3; i++) {
            bench.session.network.broadcasts.add(
                    new TimedBroadcast(Instant.parse("2024-01-01T10:00:00.5Z"), new ConnectRequest(header), "{}"));
        }

        assertThat(bench.run("tail --source a --target hub --type connect_request --count 2"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("10:00:00 a   → hub connect_request\n".repeat(2));
        assertThat(bench.session.network.listened).isEqualTo(new BroadcastFilter("a", "hub", "connect_request"));
        assertThat(bench.session.network.listening).isFalse();
    }

    @Test
    void tail_says_what_is_missing_from_what_it_shows() {
        ShellBench pipe = ShellBench.pipe();
        pipe.session.network.patient = true;
        pipe.session.network.missed = new MissedBroadcasts(40_000, 0, 0);

        assertThat(pipe.run("tail --for 20ms")).isZero();
        assertThat(pipe.screen.messages())
                .isEqualTo("warning: 40,000 broadcasts are not shown: they came too fast, or cannot be read\n");
        assertThat(pipe.screen.data()).isEmpty();

        pipe.session.network.missed = new MissedBroadcasts(0, 7, 0);
        assertThat(pipe.run("tail --for 20ms --jsonl --quiet")).isZero();
        assertThat(pipe.screen.data())
                .matches("\\{\"time\":\"[^\"]*\",\"event\":\"missed\",\"count\":7,\"by\":\"hub\"}\n");
        assertThat(pipe.screen.messages())
                .endsWith("warning: the hub dropped 7 broadcasts: this shell did not read quickly enough\n");
    }

    @Test
    void tail_ends_well_when_its_time_is_up_though_nothing_came() {
        bench.session.network.patient = true;

        assertThat(bench.run("tail --for 20ms")).isZero();

        assertThat(bench.session.network.listening).isFalse();
        assertThat(bench.screen.data() + bench.screen.messages()).isEmpty();
    }

    @Test
    void tail_ends_with_5_when_its_time_is_up_before_its_count() {
        bench.session.network.patient = true;
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of()));

        assertThat(bench.run("tail --count 3 --for 20ms")).isEqualTo(5);

        assertThat(bench.screen.data().lines()).hasSize(1);
        assertThat(bench.screen.messages())
                .isEqualTo(
                        "error: fewer than 3 results of tail in 20ms\n  wait longer with --for, or leave --count out\n");
        assertThat(bench.run("tail --where '.command == \"go\"' --count 3 --for 20ms"))
                .isEqualTo(5);
    }

    @Test
    void tail_ends_with_3_when_the_hub_is_lost() {
        assertThat(bench.run("tail")).isEqualTo(3);
        assertThat(bench.session.network.listening).isFalse();
    }

    @Test
    void exit_leaves_and_runs_nothing_behind_it() {
        bench.run("exit; status");

        assertThat(bench.interpreter.leaving()).isTrue();
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void history_shows_the_last_lines() {
        bench.run("history --count 2; history --plain --count 2; history --count 1 --json");

        assertThat(bench.screen.data()).isEqualTo("2  ping hub\n3  exit\nping hub\nexit\n[\"exit\"]\n");
    }

    @Test
    void history_with_a_filter_shows_the_lines_that_have_it_under_their_numbers() {
        bench.run("history it; history ping --earlier");
        assertThat(bench.screen.data()).isEqualTo("3  exit\n   ping pump --count 3\n2  ping hub\n");

        bench.run("history pump; history nothing --earlier");
        assertThat(bench.screen.messages()).isEqualTo("""
                        no line of this session has 'pump'; history 'pump' --earlier looks at earlier sessions
                        no line of the history has 'nothing'
                        """);
    }

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
