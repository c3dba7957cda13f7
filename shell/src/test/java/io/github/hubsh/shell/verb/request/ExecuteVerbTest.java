package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.Request;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExecuteVerbTest {
    private final ShellBench bench = ShellBench.terminal();

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
}
