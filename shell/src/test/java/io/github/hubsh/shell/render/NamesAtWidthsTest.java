package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with the long names of real networks, at screens of several widths. */
final class NamesAtWidthsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T21:14:30Z");
    private static final List<String> NAMES = List.of(
            "microdrop.electrode_controller_plugin",
            "microdrop.dropbot_plugin.channel_monitor",
            "dropbot_plugin",
            "dstat-interface",
            "hubsh-lab-pc");

    @Test
    void the_plugins_at_sixty_columns() {
        assertThat(shown(plugins(NAMES), 60)).isEqualTo("""
                        name                                   since       last_seen
                        microdrop.electrode_controller_plugin  1 s ago     now
                        microdrop.dropbot_…in.channel_monitor  41 s ago    1 s ago
                        dropbot_plugin                         10 min ago
                        dstat-interface                        54 min ago  3 s ago
                        hubsh-lab-pc                           2 h ago     4 s ago
                        in every row: connected true, in_flight 0; empty: note
                        """);
    }

    @Test
    void the_plugins_at_eighty_columns() {
        assertThat(shown(plugins(NAMES), 80)).isEqualTo("""
                        name                                      connected  since       last_seen
                        microdrop.electrode_controller_plugin     true       1 s ago     now
                        microdrop.dropbot_plugin.channel_monitor  true       41 s ago    1 s ago
                        dropbot_plugin                            true       10 min ago
                        dstat-interface                           true       54 min ago  3 s ago
                        hubsh-lab-pc                              true       2 h ago     4 s ago
                        in every row: in_flight 0; empty: note
                        """);
    }

    @Test
    void the_plugins_at_120_columns() {
        assertThat(shown(plugins(NAMES), 120)).isEqualTo("""
                        name                                      connected  since       in_flight  last_seen  note
                        microdrop.electrode_controller_plugin     true       1 s ago             0  now
                        microdrop.dropbot_plugin.channel_monitor  true       41 s ago            0  1 s ago
                        dropbot_plugin                            true       10 min ago          0
                        dstat-interface                           true       54 min ago          0  3 s ago
                        hubsh-lab-pc                              true       2 h ago             0  4 s ago
                        """);
        assertThat(shown(plugins(NAMES), 200)).isEqualTo(shown(plugins(NAMES), 120));
    }

    @Test
    void names_and_commands_are_cut_in_the_middle_when_they_have_to_be() {
        assertThat(shown(values(), 60)).isEqualTo("""
                        plugin                    command                 value
                        microdrop.e…oller_plugin  set_electr…_of_channel  {"electro…
                        microdrop.d…nnel_monitor  get_electr…_of_channel  {"electro…
                        microdrop.e…oller_plugin  goto_step
                        in every row: time 1 h ago
                        """);
        assertThat(shown(values(), 80)).isEqualTo("""
                        plugin                                command                         value
                        microdrop.electro…_controller_plugin  set_electrode_state_of_channel  {"electro…
                        microdrop.dropbot…in.channel_monitor  get_electrode_state_of_channel  {"electro…
                        microdrop.electro…_controller_plugin  goto_step
                        in every row: time 1 h ago
                        """);
        assertThat(shown(values(), 120)).isEqualTo("""
                        plugin                                    command                         value
                        microdrop.electrode_controller_plugin     set_electrode_state_of_channel  {"electrode_id":"electrode043 of the upper ro…
                        microdrop.dropbot_plugin.channel_monitor  get_electrode_state_of_channel  {"electrode_id":"electrode043 of the upper ro…
                        microdrop.electrode_controller_plugin     goto_step
                        in every row: time 1 h ago
                        """);
        assertThat(shown(values(), 200)).isEqualTo("""
                        plugin                                    command                         time     value
                        microdrop.electrode_controller_plugin     set_electrode_state_of_channel  1 h ago  {"electrode_id":"electrode043 of the upper row"}
                        microdrop.dropbot_plugin.channel_monitor  get_electrode_state_of_channel  1 h ago  {"electrode_id":"electrode043 of the upper row"}
                        microdrop.electrode_controller_plugin     goto_step                       1 h ago
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "60,microdrop.electrod…_board_channel_CHANNEL",
        "80,microdrop.electrode_controll…the_second_board_channel_CHANNEL",
        "120,microdrop.electrode_controller_plugin_of_the_second_board_channel_CHANNEL",
        "200,microdrop.electrode_controller_plugin_of_the_second_board_channel_CHANNEL"
    })
    void three_hundred_names_stay_distinct(int width, String name) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            names.add(String.format("microdrop.electrode_controller_plugin_of_the_second_board_channel_%03d", i));
        }

        List<String> lines = shown(plugins(names), width).lines().toList();

        for (int row = 1; row <= 100; row++) {
            assertThat(lines.get(row)).startsWith(name.replace("CHANNEL", String.format("%03d  ", row)));
        }
        assertThat(lines).last().isEqualTo("… 200 more rows (--all)");
    }

    @Test
    void all_shows_whole_names_and_all_columns() {
        View view = new View(OutputFormat.AUTO, false, true, 40, false, true, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(text(plugins(NAMES.subList(0, 1)), view)).isEqualTo("""
                        name                                   connected  since    in_flight  last_seen  note
                        microdrop.electrode_controller_plugin  true       1 s ago          0  now
                        """);
    }

    @Test
    void names_that_differ_in_their_middle_are_cut_at_both_ends() {
        List<String> names =
                List.of("a.long.beginning.pump_1.and.a.long.end", "a.long.beginning.pump_2.and.a.long.end");

        assertThat(MiddleCut.of(names, 12)).containsExactly("…1.and.a.lo…", "…2.and.a.lo…");
        assertThat(MiddleCut.of(names, 30))
                .containsExactly("a.long.be…ump_1.and.a.long.end", "a.long.be…ump_2.and.a.long.end");
        assertThat(MiddleCut.of(List.of("電極電極電極電極", "e1"), 8)).containsExactly("電…電極", "e1");
    }

    private static Outcome plugins(List<String> names) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", names.get(i));
            row.put("connected", true);
            row.put("since", NOW.minusSeconds(1L + 40L * i * i * i * i).toString());
            row.put("in_flight", 0L);
            row.put("last_seen", i == 2 ? null : NOW.minusSeconds(i).toString());
            row.put("note", null);
            rows.add(row);
        }
        return Outcome.value(Rows.withMoments(rows, "since", "last_seen"));
    }

    private static Outcome values() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String command :
                List.of("set_electrode_state_of_channel", "get_electrode_state_of_channel", "goto_step")) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("plugin", NAMES.get(rows.size() % 2));
            row.put("command", command);
            row.put("time", NOW.minusSeconds(3600).toString());
            row.put("value", Map.of("electrode_id", "electrode043 of the upper row"));
            rows.add(row);
        }
        rows.get(2).put("value", null);
        return Outcome.value(Rows.withMoments(rows, "time"));
    }

    private static String shown(Outcome outcome, int width) {
        return text(outcome, new View(OutputFormat.AUTO, false, true, width, false, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static String text(Outcome outcome, View view) {
        StringBuilder text = new StringBuilder();
        for (StyledLine line : Renderer.render(outcome, view).data()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
