package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.result.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too wide or too long for a screen. */
final class DisplayLimitsTest {
    private static final List<Object> WAVE = DoubleStream.iterate(0, x -> x + 0.01)
            .limit(1000)
            .mapToObj(x -> (Object) (5 + 4.9 * Math.sin(x)))
            .toList();

    @Test
    void a_table_of_forty_columns_drops_what_has_no_room_and_counts_it() {
        assertThat(shown(channels(3), 40)).isEqualTo("""
                        channel  name   volta…  note        area
                              0  電極0     0.5  🙂 of the…     0
                              1  電極1     1.0  🙂 of the…     7
                              2  電極2     1.5  🙂 of the…    14
                        in every row: state 1, frequency 10000
                        """);
    }

    @Test
    void a_table_of_eighty_columns_tells_what_is_equal_in_all_rows_below_it() {
        assertThat(shown(channels(3), 80)).isEqualTo("""
                        channel  name   voltage (V)  note                                        area
                              0  電極0          0.5  🙂 of the electrode no. 0 in the upper row     0
                              1  電極1          1.0  🙂 of the electrode no. 1 in the upper row     7
                              2  電極2          1.5  🙂 of the electrode no. 2 in the upper row    14
                        in every row: state 1, frequency 10000
                        """);
    }

    @Test
    void a_table_of_250_columns_has_room_for_everything() {
        assertThat(shown(channels(2), 250)).isEqualTo("""
                        channel  name   state  voltage (V)  frequency  note                                           area
                              0  電極0      1          0.5      10000  🙂 of the electrode no. 0 in the upper row        0
                              1  電極1      1          1.0      10000  🙂 of the electrode no. 1 in the upper row        7
                        """.replace("row        0", "row     0")
                .replace("row        7", "row     7")
                .replace("note    ", "note "));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 120, 250})
    void nothing_is_ever_wider_than_the_screen(int width) {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("a key that is rather long for a screen", channels(2));
        nested.put("text", "電極 and more of it ".repeat(40));
        nested.put("wave", WAVE);
        nested.put("deep", List.of(List.of(List.of(WAVE, "x".repeat(300)))));
        for (Object value : List.of(
                channels(300),
                nested,
                WAVE,
                List.of(nested, List.of(1L)),
                channels(1).get(0))) {
            assertThat(shown(value, width).lines())
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void rows_beyond_the_limit_are_counted_and_columns_of_numbers_drawn() {
        List<String> lines = shown(channels(480), 80).lines().toList();

        assertThat(lines.subList(101, lines.size()))
                .containsExactly(
                        "in every row: state 1, frequency 10000",
                        "… 380 more rows (--all)",
                        "channel      " + bars(480) + " 480 numbers, 0 … 479",
                        "voltage (V)  " + bars(480) + " 480 numbers, 0.5 … 240",
                        "area         " + bars(480) + " 480 numbers, 0 … 3353");
    }

    @Test
    void everything_is_shown_with_the_option_all() {
        ShellBench terminal = ShellBench.terminal();
        terminal.session.network.answers("channels", channels(480), WAVE, Map.of("t", "x".repeat(3000)));

        terminal.run("x plugin_a channels --all");
        assertThat(terminal.screen.data().lines()).hasSize(481);
        terminal.run("x plugin_a channels --all");
        assertThat(terminal.screen.data().lines()).hasSize(481 + 1000);
        terminal.run("x plugin_a channels --all");
        assertThat(terminal.screen.data().replaceAll("[^x]", "")).hasSize(3000 + 0);
        assertThat(terminal.screen.data()).doesNotContain("(--all)");
    }

    @Test
    void in_a_pipe_a_table_is_whole() {
        ShellBench pipe = ShellBench.pipe();
        pipe.session.network.answers("channels", channels(480), channels(480));

        pipe.run("x plugin_a channels --table; x plugin_a channels --jsonl");

        assertThat(pipe.screen.data().lines()).hasSize(482);
        assertThat(pipe.screen.data())
                .contains("of the electrode no. 479 in the upper row")
                .doesNotContain("…");
    }

    @Test
    void many_numbers_are_drawn() {
        assertThat(shown(WAVE, 80)).isEqualTo("""
                        BARS 1,000 numbers, 0.1 … 9.9
                        … cut to fit (--all)
                        """.replace("BARS", Sparkline.bars(WAVE, 40)));
        assertThat(Sparkline.bars(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), 8)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Sparkline.bars(Arrays.asList(1.0, null, Double.NaN, 3.0), 4)).isEqualTo("▁  █");
        assertThat(Sparkline.bars(List.of(-Double.MAX_VALUE, Double.MAX_VALUE), 2))
                .isEqualTo("▁█");
        assertThat(Sparkline.fits(LongStream.range(0, 24).boxed().toList())).isFalse();
        assertThat(Sparkline.fits(LongStream.range(0, 25).boxed().toList())).isTrue();
        assertThat(Sparkline.fits(IntStream.range(0, 25).mapToObj(i -> "x").toList()))
                .isFalse();
    }

    @Test
    void a_long_text_continues_below_itself() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("n", 1L);
        value.put("log", "0123456789".repeat(7));

        assertThat(shown(value, 35)).isEqualTo("""
                        n    1
                        log  012345678901234567890123456789
                             012345678901234567890123456789
                             0123456789
                        """);
        value.put("log", "0123456789".repeat(99));
        assertThat(shown(value, 35)).endsWith("""
                             … 14 more lines
                        … cut to fit (--all)
                        """);
    }

    @Test
    void nested_lists_and_texts_are_cut_where_they_are() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("names", IntStream.range(0, 480).mapToObj(i -> "e" + i).toList());
        value.put("wave", WAVE);

        List<String> lines = shown(Map.of("result", value), 60).lines().toList();

        assertThat(lines).contains("          … 460 more").last().isEqualTo("… cut to fit (--all)");
        assertThat(lines).anyMatch(line -> line.matches(" +wave: [▁-█]+ 1,000 numbers, 0.1 … 9.9"));
    }

    @Test
    void many_bytes_are_counted() {
        assertThat(shown(Bytes.of(new byte[5000]), 80).lines())
                .hasSize(101)
                .last()
                .isEqualTo("… 3400 more bytes (--all)");
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "電極,4", "🙂,2", "⚡,2", "❤\uFE0F,1", "e\u0301,1", "é,1"})
    void text_takes_as_many_columns_as_at_a_terminal(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void signs_that_a_charset_does_not_have_are_plain_ones_of_the_same_width() {
        String text = "… ▁▂▃▄▅▆▇█ · → é";

        assertThat(AsciiFallback.text(text, StandardCharsets.US_ASCII)).isEqualTo("~ _.-:=+*# - > é");
        assertThat(AsciiFallback.text(text, StandardCharsets.ISO_8859_1)).isEqualTo("~ _.-:=+*# · > é");
        assertThat(AsciiFallback.text(text, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void colours_can_be_forced_into_a_pipe_but_not_against_no_color() {
        assertThat(Ansi.wanted(false, false, "", "dumb", "1")).isTrue();
        assertThat(Ansi.wanted(false, false, "", "xterm", "0")).isFalse();
        assertThat(Ansi.wanted(true, false, "", "xterm", "0")).isTrue();
        assertThat(Ansi.wanted(true, false, "1", "xterm", "1")).isFalse();
        assertThat(Ansi.wanted(true, true, "", "xterm", "1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--json~[{\"name\":\"e1\",\"state\":1},{\"name\":\"electrode043\",\"state\":20}]",
                "--jsonl~[{\"name\":\"e1\",\"state\":1},{\"name\":\"electrode043\",\"state\":20}]",
                "--raw~{\"content\":{\"data\":[{\"name\":\"e1\",\"state\":1},"
                        + "{\"name\":\"electrode043\",\"state\":20}]}}",
                "--table~name          state|e1                1|electrode043     20"
            })
    void a_format_that_was_asked_for_is_the_same_at_a_terminal_and_in_a_pipe(String option, String lines) {
        for (ShellBench bench : List.of(ShellBench.terminal(), ShellBench.pipe())) {
            bench.run("x plugin_a list --quiet " + option + "; x plugin_a nothing --quiet");

            assertThat(bench.screen.data()).isEqualTo(lines.replace('|', '\n') + "\n");
            assertThat(bench.screen.messages()).isEmpty();
        }
    }

    private static String bars(int count) {
        return Sparkline.bars(LongStream.range(0, count).boxed().toList(), 40);
    }

    private static List<Map<String, Object>> channels(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("channel", i);
            row.put("name", "電極" + i);
            row.put("state", 1L);
            row.put("voltage (V)", 0.5 * (i + 1));
            row.put("frequency", 10_000L);
            row.put("note", "🙂 of the electrode no. " + i + " in the upper row");
            row.put("area", 7 * i);
            rows.add(row);
        }
        return rows;
    }

    private static String shown(Object value, int width) {
        View view = new View(OutputFormat.AUTO, false, true, width, false, Clock.systemUTC());
        StringBuilder text = new StringBuilder();
        for (StyledLine line : Renderer.render(Outcome.value(value), view).data()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
