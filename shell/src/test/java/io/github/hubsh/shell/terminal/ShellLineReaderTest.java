package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees beside the line and which keys take it, find an older line, or fit a changed window. */
final class ShellLineReaderTest {
    private static final String LONG = "execute electrode_controller set_state state=1";

    private LineDesk desk = new LineDesk(80, 24);

    @AfterEach
    void close() {
        desk.close();
    }

    private LineDesk another(int columns, int rows) {
        desk.close();
        desk = new LineDesk(columns, rows);
        return desk;
    }

    /**
     * Columns: what is typed, what is seen then, the keys pressed then, the line. {@code ^F} is Ctrl-F, {@code M-} Esc.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pin   | ping plugin_a --count 2 | ^F       | ping plugin_a --count 2
        pin   | ping plugin_a --count 2 | ^E       | ping plugin_a --count 2
        pin   | ping plugin_a --count 2 | M-f      | ping
        pin   | ping plugin_a --count 2 | M-fM-f   | ping plugin_a
        pin   | ping plugin_a --count 2 | ''       | pin
        pin   | ping plugin_a --count 2 | ^B^Fx    | pinx
        pin   | ping plugin_a --count 2 | ^B^Ex    | pinx
        pin   | ping plugin_a --count 2 | ^AM-fx   | pinx
        pinx  | pinx                    | ^F^EM-fy | pinxy
        """)
    void the_rest_of_an_older_line_is_seen_and_taken_at_the_end_of_this_one(
            String typed, String seen, String keys, String line) {
        desk.remembers("ping plugin_a --count 2").advised("hints").begin();

        desk.type(typed).seesLine(seen).type(keys(keys));
        desk.type("\r");

        assertThat(desk.line()).isEqualTo(line);
    }

    @Test
    void a_suggestion_ends_where_the_row_ends_and_is_not_there_before_the_cursor() {
        another(20, 24).remembers("ping plugin_a --count 2").advised("hints").begin();

        desk.type("pin").seesLine("ping plugin_a…").type("\u0002").seesLine("pin");
        desk.type("\u0005").seesLine("ping plugin_a…").type("\u0006\r");

        assertThat(desk.line()).isEqualTo("ping plugin_a --count 2");
    }

    @Test
    void nothing_stands_beside_a_line_with_a_marked_part_and_one_that_is_not_advised() {
        desk.remembers("ping hub").advised().begin().type("pin").type("\u0000").seesLine("pin");
        desk.type("\r");
        assertThat(desk.line()).isEqualTo("pin");

        desk.reader.advise(null);
        desk.begin().type("pin").seesLine("pin");
    }

    /** Columns: width, height and prompt; what is typed; what stands below it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        24 | 24 | `hub> `                 | `ping `    | `     ping TARGET · mea…`
        32 | 24 | `a_hub_of_20_letters>`  | `ping `    | `                    ping TARGE…`
        32 | 24 | `a_hub_of_20_letters> ` | `ping `    | `  ping TARGET · measure round …`
        24 | 6  | `hub> `                 | `ping `    | `     ping TARGET · mea…`
        24 | 5  | `hub> `                 | `ping `    | ``
        10 | 7  | `hub> `                 | `ping 4567890123456789012345678901234567890` | `     pin…`
        10 | 6  | `hub> `                 | `ping 4567890123456789012345678901234567890` | ``
        24 | 24 | `hub> `                 | `  `       | ``
        """)
    void the_hint_stands_below_the_line_where_there_is_room(
            int columns, int rows, String prompt, String typed, String hint) {
        another(columns, rows).advised("suggestions").begin(prompt).type(typed);

        desk.sees(prompt + typed + (hint.isEmpty() ? "" : "\n" + hint));
    }

    /** Columns: what is typed, with {@code ^P} for up and {@code ^N} for down; the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ^P             | ping pump
        ^P^P           | status
        ^P^P^P^P^P     | ping hub
        ^P^P^N         | ping pump
        ^P^N           | ''
        pi^P           | ping pump
        pi^P^P         | ping hub
        pi^P^P^P       | ping hub
        pi^P^P^N^N     | pi
        pi^N           | pi
        pi^P^N^N       | pi
        nothing^P      | nothing
        piUp           | ping pump
        piUpUpDown     | ping pump
        pi^P^Hx^P      | ping pumx
        ^P^P^Us^P      | status
        """)
    void up_finds_older_lines_that_begin_as_this_one_and_down_goes_back(String typed, String line) {
        desk.remembers("ping hub", "status", "ping pump").begin().type(keys(typed) + "\r");

        assertThat(desk.line()).isEqualTo(line);
    }

    @Test
    void up_and_down_move_in_a_line_of_many_rows() {
        desk.remembers("older").begin().type("first\u001b\rsecond" + keys("^P0^Nx"));

        desk.seesLine("first0\n   · secondx").type(keys("Up1Down2") + "\r");

        assertThat(desk.line()).isEqualTo("first01\nsecondx2");
    }

    @Test
    void a_search_shows_the_line_and_all_that_fit_and_enter_takes_it() {
        desk.remembers("ping hub", "status", "ping pump").begin().type("\u0012");
        desk.seesLine("""
            ping pump
            search:   Up Down choose, Enter runs, Ctrl-G goes back
              ping pump
              status
              ping hub\
            """);

        desk.type("pin").seesLine("""
            ping pump
            search: pin  Up Down choose, Enter runs, Ctrl-G goes back
              ping pump
              ping hub\
            """);
        desk.type(keys("^R")).type("\r");

        assertThat(desk.line()).isEqualTo("ping hub");
    }

    /** Columns: what is typed before the search, and in it; the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''   | ''            | ping pump
        ''   | ^R            | status
        ''   | ^R^R^S        | status
        ''   | Up^PDown      | status
        ''   | ^R^N          | ping pump
        ''   | hub           | ping hub
        ''   | hubx^H        | ping hub
        ''   | ^H            | ping pump
        sta  | ''            | status
        sta  | none          | stanone
        sta  | none^G        | sta
        sta  | ^G^R^H^H^Hhub | ping hub
        ''   | hub^Ax        | xping hub
        ''   | hub^F!        | ping hub!
        """)
    void the_keys_of_a_search_seek_and_choose_and_any_other_takes_the_line(String before, String keys, String line) {
        desk.remembers("ping hub", "status", "ping pump").begin();

        desk.type(before + "\u0012" + keys(keys) + "\r");

        assertThat(desk.line()).isEqualTo(line);
    }

    /** Columns: the new width; how many rows the cursor goes up to the first one. */
    @ParameterizedTest
    @CsvSource({"100, 0", "40, 1", "30, 1", "20, 2", "10, 5"})
    void a_window_that_changes_has_the_line_drawn_anew_from_its_first_row(int columns, int up) {
        desk.begin().type(LONG).seesLine(LONG);

        assertThat(desk.resized(columns, 24)).startsWith("\u001b[A".repeat(up) + "\r\u001b[J");
        desk.seesLine(LONG).type("\r");

        assertThat(desk.line()).isEqualTo(LONG);
    }

    @Test
    void rows_of_a_line_of_many_are_those_below_the_prompt() {
        desk.begin().type("one\u001b\rtwo\u001b\rthree").seesLine("one\n   · two\n   · three");

        assertThat(desk.resized(70, 24)).startsWith("\u001b[A\u001b[A\r\u001b[J");
    }

    @Test
    void a_line_that_was_drawn_at_the_top_is_drawn_there_again_until_something_is_printed_above() {
        desk.begin().type(LONG + "\u000c").seesLine(LONG);
        assertThat(desk.resized(40, 24)).startsWith("\u001b[H\u001b[J");

        desk.reader.printAbove("news");

        assertThat(desk.resized(20, 24)).startsWith("\u001b[A\u001b[A\r\u001b[J");
    }

    @Test
    void a_window_that_is_only_higher_or_has_no_width_is_not_cleared() {
        desk.begin().type(LONG).seesLine(LONG);

        assertThat(desk.resized(80, 30)).doesNotStartWith("\r\u001b[J");
        assertThat(desk.resized(0, 0)).doesNotStartWith("\r\u001b[J");
    }

    private static String keys(String names) {
        String keys = names.replace("M-", "\u001b").replace("Up", "\u001bOA").replace("Down", "\u001bOB");
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < keys.length(); i++) {
            typed.append(keys.charAt(i) == '^' ? (char) (keys.charAt(++i) - '@') : keys.charAt(i));
        }
        return typed.toString();
    }
}
