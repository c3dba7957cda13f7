package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RendererTest {
    private final ShellBench terminal = ShellBench.terminal();
    private final ShellBench pipe = ShellBench.pipe();

    @Test
    void a_string_is_raw_in_a_pipe_and_harmless_at_a_terminal() {
        pipe.run("x plugin_a text");
        terminal.run("x plugin_a text");

        assertThat(pipe.screen.data()).isEqualTo("hello\u001b[31m\nworld\n");
        assertThat(terminal.screen.data()).isEqualTo("hello\\u001b[31m\nworld\n");
    }

    @Test
    void a_list_of_objects_is_json_in_a_pipe_and_a_table_at_a_terminal() {
        pipe.run("x plugin_a list");
        terminal.run("x plugin_a list");

        assertThat(pipe.screen.data())
                .isEqualTo("[{\"name\":\"e1\",\"state\":1},{\"name\":\"electrode043\",\"state\":20}]\n");
        assertThat(terminal.screen.data()).isEqualTo("""
            name          state
            e1                1
            electrode043     20
            """);
    }

    @Test
    void the_options_choose_the_format_anywhere() {
        pipe.run("x plugin_a list --table; x plugin_a do_thing x=1 --raw; x plugin_a do_thing x=[1,2] --table");
        terminal.run("x plugin_a do_thing x=1 --jsonl");

        assertThat(pipe.screen.data()).isEqualTo("""
            name          state
            e1                1
            electrode043     20
            {"content":{"data":{"x":1}}}
            key  value
            x    [1,2]
            """);
        assertThat(terminal.screen.data()).isEqualTo("{\"x\":1}\n");
    }

    @Test
    void a_single_row_that_is_too_wide_stands_as_keys_and_values() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", "lab.jsonl");
        row.put("seconds", 0.101);
        row.put("unanswered", 0L);
        View narrow = new View(OutputFormat.AUTO, false, true, 24, false, null);

        assertThat(texts(Outcome.value(List.of(row)), narrow))
                .containsExactly("file        lab.jsonl", "seconds     0.101", "unanswered  0");
        assertThat(texts(Outcome.value(List.of(row)), narrow.resized(40)))
                .containsExactly("file       seconds  unanswered", "lab.jsonl    0.101           0");
        assertThat(texts(Outcome.value(List.of(row, row)), narrow).get(0)).startsWith("file");
        assertThat(texts(Outcome.value(List.of(row)), narrow.as(OutputFormat.TABLE))
                        .get(0))
                .startsWith("file");
    }

    private static List<String> texts(Outcome outcome, View view) {
        return Renderer.render(outcome, view).data().stream()
                .map(StyledLine::text)
                .toList();
    }

    @Test
    void no_data_says_ok_on_stderr_and_is_null_under_json() {
        pipe.run("x plugin_a nothing; x plugin_a nothing --quiet");
        assertThat(pipe.screen.data()).isEmpty();
        assertThat(pipe.screen.messages()).isEqualTo("ok (no data)\n");

        pipe.run("x plugin_a nothing --json; x plugin_a nothing --jsonl; disconnect --json --quiet");
        assertThat(pipe.screen.data()).isEqualTo("null\nnull\nnull\n");
    }

    @Test
    void bytes_are_a_hex_dump_at_a_terminal_and_base64_in_a_pipe() {
        terminal.run("x plugin_a bytes");
        pipe.run("x plugin_a bytes");

        assertThat(terminal.screen.data()).isEqualTo("00000000  00 68 69" + " ".repeat(41) + ".hi\n");
        assertThat(pipe.screen.data()).isEqualTo("AGhp\n");
    }

    @Test
    void nested_values_are_indented_where_they_do_not_fit() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("short", List.of(1L, 2L));
        value.put("long", List.of("a".repeat(14), Map.of("b", "c".repeat(20))));

        assertThat(rendered(value, 40)).isEqualTo("""
            short  [1,2]
            long   - "aaaaaaaaaaaaaa"
                   - {"b":"cccccccccccccccccccc"}
            """);
    }

    @Test
    void a_table_is_cut_to_the_width_and_shows_control_characters() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "a\u0000b\nc");
        row.put("text", "電極".repeat(20));

        assertThat(rendered(List.of(row, Map.of("name", "b", "text", "極電".repeat(20))), 30))
                .isEqualTo("""
            name        text
            a\\u0000b\\nc  電極電極…電極電極
            b            極電極電…極電極電
            """.replace("name        text", "name         text"));
    }

    @Test
    void errors_under_json_are_one_object_each() {
        pipe.run("x plugin_a sleep --json");
        pipe.run("x plugin_a --json");

        assertThat(pipe.screen.data()).isEmpty();
        assertThat(pipe.screen.messages().lines().findFirst().orElse(""))
                .isEqualTo("{\"error\":{\"kind\":\"timeout\",\"plugin\":\"plugin_a\",\"command\":\"sleep\","
                        + "\"message\":\"no reply within 5 s\"}}");
    }

    @Test
    void raw_in_a_pipe_is_the_text_byte_for_byte() {
        String raw = " {\"unknown\" : [1e0, \"\\u00e9 \u00e9\"],\"content\":{}}\t";
        View view = new View(OutputFormat.RAW, false, false, 20, false, Clock.systemUTC());

        assertThat(Renderer.render(new Outcome.Value(null, raw), view).data()).containsExactly(StyledLine.of(raw));
    }

    @Test
    void colours_come_only_where_they_are_wanted() {
        assertThat(Ansi.wanted(true, false, "", "xterm")).isTrue();
        assertThat(Ansi.wanted(false, false, "", "xterm")).isFalse();
        assertThat(Ansi.wanted(true, true, "", "xterm")).isFalse();
        assertThat(Ansi.wanted(true, false, "1", "xterm")).isFalse();
        assertThat(Ansi.wanted(true, false, "", "dumb")).isFalse();
        assertThat(Ansi.colored(StyledLine.of("oh", Role.ERROR))).isEqualTo("\u001b[31moh\u001b[0m");
    }

    private static String rendered(Object value, int width) {
        View view = new View(OutputFormat.AUTO, false, true, width, false, Clock.systemUTC());
        StringBuilder text = new StringBuilder();
        for (StyledLine line : Renderer.render(Outcome.value(value), view).data()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
