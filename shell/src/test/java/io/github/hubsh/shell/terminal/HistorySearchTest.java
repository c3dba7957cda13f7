package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HistorySearchTest {
    private static final List<String> NEWEST_FIRST = List.of(
            "x pump get_status",
            "plugins",
            "x pump set_rate ul_per_s=2",
            "plugins",
            "x plugin_a do_thing 'Voltage (V)'=1");

    @Test
    void all_words_have_to_be_in_the_line_and_the_newest_is_chosen() {
        HistorySearch search = new HistorySearch(NEWEST_FIRST, "");
        assertThat(search.line()).isEqualTo("x pump get_status");
        assertThat(search.size()).isEqualTo(4);

        search.seek("pump rate");
        assertThat(search.line()).isEqualTo("x pump set_rate ul_per_s=2");
        search.seek("voltage");
        assertThat(search.line()).startsWith("x plugin_a");
        search.seek("VOLTAGE");
        assertThat(search.line()).isNull();
        search.move(1);
        assertThat(search.line()).isNull();
    }

    @Test
    void moving_stops_at_the_oldest_and_at_the_newest() {
        HistorySearch search = new HistorySearch(NEWEST_FIRST, "x ");
        search.move(1);
        search.move(1);
        search.move(1);
        assertThat(search.line()).startsWith("x plugin_a");
        search.move(-9);
        assertThat(search.line()).isEqualTo("x pump get_status");
    }

    @Test
    void the_list_has_the_chosen_line_in_it_however_short_it_is() {
        HistorySearch search = new HistorySearch(NEWEST_FIRST, "");
        search.move(3);

        assertThat(search.shown(2))
                .containsExactly("x pump set_rate ul_per_s=2", "x plugin_a do_thing 'Voltage (V)'=1");
        assertThat(search.chosenOf(2)).isEqualTo(1);
        assertThat(SearchRows.of(search, 40, 3).toString()).isEqualTo("""
                search:
                  x pump set_rate ul_per_s=2
                  x plugin_a do_thing 'Voltage (V)'=1""".replace("search:", "search: "));
        assertThat(SearchRows.of(search, 80, 24).toString())
                .startsWith("search:   Up Down choose, Enter runs, Ctrl-G goes back\n  x pump get_status\n");
        search.seek("nothing");
        assertThat(SearchRows.of(search, 40, 24).toString()).isEqualTo("search: nothing  no such line");
    }
}
