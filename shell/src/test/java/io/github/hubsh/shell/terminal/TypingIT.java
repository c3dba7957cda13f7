package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a line while it is typed, as its user sees it: one prompt for all tests. */
final class TypingIT {
    private static final String GREY = "\u001b[90m";
    private static final String PAIR = "\u001b[1;4m";

    @TempDir
    static Path home;

    private static PromptScreen prompt;

    @BeforeAll
    static void start() {
        Requires.tmux();
        prompt = PromptScreen.demo(home, 100, 24, Map.of());
    }

    @AfterAll
    static void stop() {
        if (prompt != null) {
            prompt.close();
        }
    }

    @BeforeEach
    void begin() {
        prompt.fresh();
    }

    @Test
    void what_was_typed_before_is_suggested_in_grey_and_the_arrow_takes_it() {
        prompt.type("ping plugin_a --count 2").press("Enter").await("lost 0 of 2");
        prompt.fresh().type("pin").await("> ping plugin_a --count 2").awaitCursor(9, 0);
        prompt.awaitColours(GREY + "g plugin_a --count 2");

        prompt.press("M-f").awaitCursor(10, 0).press("C-Right").awaitCursor(19, 0);
        prompt.press("Right").awaitCursor(29, 0).press("Enter").await("lost 0 of 2");
    }

    @Test
    void end_takes_it_too_and_the_accepted_line_shows_nothing_grey() {
        prompt.type("plugins | count").press("Enter").await("count\n5");
        prompt.fresh().type("plugins").await("> plugins | count").press("Enter").await("pump");
        assertThat(prompt.screen.text()).startsWith("demo> plugins\n");
        prompt.fresh()
                .type("plugins | c")
                .await("> plugins | count")
                .press("End", "Enter")
                .await("count\n5");
    }

    @Test
    void values_that_were_seen_last_are_suggested() {
        prompt.type("execute plugin_a do_thing speed=7").press("Enter").await("speed  7");
        prompt.fresh()
                .type("x plugin_a do_thing ")
                .await("speed=7")
                .press("End", "Enter")
                .await("speed  7");
        prompt.fresh()
                .type("until plugin_a do_thing speed=")
                .await("speed=7")
                .press("Right")
                .awaitCursor(37, 0);
    }

    @Test
    void the_hint_below_is_about_the_argument_at_the_cursor_and_vanishes() {
        prompt.type("execute pump dispense volume_ul=3");
        prompt.awaitEnd("volume_ul=3\n      volume_ul  number in µL, required: how much · 0..1000");
        prompt.press("C-a").await("execute TARGET COMMAND [ITEM …] · send a command");
        prompt.press("C-c").awaitEnd("demo> execute pump dispense volume_ul=3\ndemo>");
        prompt.fresh()
                .type("status | count")
                .await("how many there are")
                .press("Enter")
                .awaitGone("how many");
    }

    @Test
    void both_can_be_switched_off() {
        prompt.type("set hints=off suggestions=off").press("Enter");
        prompt.fresh().type("execute pump dispense volume_ul=").awaitAll("demo> execute pump dispense volume_ul=");
        prompt.fresh().type("set hints=on suggestions=on").press("Enter");
        prompt.fresh().type("execute pump").await("· send a command");
    }

    @Test
    void what_is_printed_above_leaves_the_line_and_its_hint_as_they_are() {
        prompt.type("execute plugin_a do_thing over=9 &").press("Enter").type("ping hu");
        prompt.await("over").awaitEnd("demo> ping hu\n      ping TARGET · measure round trips");
    }

    @Test
    void a_window_that_changes_keeps_one_line_and_one_hint() {
        prompt.type("x electrode_controller set_electrode_state electrode_id=electrode001 state=1")
                .press("Enter");
        // Not at the top: no program can take back a row that the terminal moves out of the window there.
        prompt.await("state         1")
                .type("help")
                .press("Enter")
                .await("help items|")
                .type("execute electrode_controller set_electrode_state electrode_id=electrode001 state=");
        prompt.await("1 is on, 0 is off");
        prompt.screen.resize(40, 24);
        prompt.awaitEnd("demo> execute electrode_controller set_e\nlectrode_state electrode_id=electrode001\n"
                + " state=1\n      state  integer: 1 is on, 0 is of…");
        prompt.screen.resize(160, 24);
        prompt.awaitEnd("\ndemo> execute electrode_controller set_electrode_state electrode_id=electrode001 state=1\n"
                + "      state  integer: 1 is on, 0 is off · 0|1 · default 1 · last 1");
        assertThat(prompt.screen.text().split("electrode_id=", -1)).hasSize(2);
        prompt.screen.resize(100, 5);
        prompt.awaitGone("1 is on");
        prompt.screen.resize(100, 24);
        prompt.await("1 is on");
    }

    @Test
    void the_bracket_at_the_cursor_and_its_partner_are_marked() {
        prompt.type("let a:=[1,(2)]").awaitColours(PAIR + "[").awaitColours("\u001b[1;4m\u001b[39m]");
        prompt.press("C-a").awaitColours("[32m[1,(2)]");
        prompt.press("C-c").type("let a:=(1]").awaitColours("\u001b[31m]");
    }

    @Test
    void each_piece_of_a_line_has_its_colour_in_every_row_of_it() {
        prompt.type("ping plugin_a").press("M-Enter").type("nonsense | hed 3");
        prompt.awaitColours("\u001b[36mping").awaitColours("\u001b[34mplugin_a").awaitColours("\u001b[31mnonsense");
        prompt.awaitColours("\u001b[31mhed");
    }

    @Test
    void javascript_has_colours_and_brackets_of_its_own() {
        prompt.type("js").press("Enter").await("js>");
        prompt.type("const list = 12 + 'a' + [1]")
                .awaitColours("\u001b[36mconst")
                .awaitColours("\u001b[33m12");
        prompt.awaitColours("\u001b[32m'a'").awaitColours(PAIR + "[");
        prompt.press("C-c", "C-d").awaitEnd("\ndemo>");
    }
}
