package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static io.github.hubsh.shell.terminal.Seat.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt on terminals of every width, colour, charset and ability. */
final class EverywhereIT {
    private static final String LONG =
            "execute plugin_a do_thing first=1111 second=2222 third=3333 fourth=4444 fifth=55";

    @TempDir
    static Path home;

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
    }

    private static TmuxScreen demo(Seat seat, int columns, int rows) {
        TmuxScreen screen = seat.start(columns, rows, "demo", "tcp://127.0.0.1:*");
        screen.await("demo>", SOON);
        return screen;
    }

    private static void enter(TmuxScreen screen, String line) {
        screen.type(line);
        screen.press("Enter");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 250})
    void any_width_will_do(int columns) {
        try (TmuxScreen screen = demo(new Seat(home), columns, 24)) {
            enter(screen, "tail --target plugin_a &");
            screen.await("tail runs", SOON);
            enter(screen, "execute plugin_a do_thing first=1 second=2 third=3");
            screen.await("third   3", SOON);
            enter(screen, "plugins");
            screen.await("potentiostat", SOON);
            assertThat(screen.text().lines()).allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void a_line_that_is_being_typed_survives_every_resize() {
        try (TmuxScreen screen = demo(new Seat(home), 100, 20)) {
            screen.press("C-l");
            screen.awaitGone("three lines", SOON);
            screen.type(LONG);
            screen.await("fifth=55", SOON);
            for (int columns : new int[] {50, 120, 40, 200, 41, 100}) {
                screen.resize(columns, 20);
                screen.press("Left", "Right");
                eventually(screen::text, () -> screen.text().replace("\n", "").startsWith("demo> " + LONG), SOON);
            }
            screen.press("Enter");
            screen.await("fifth   55", SOON);
            screen.press("C-l");
            screen.awaitGone("fifth", SOON);
            screen.type(LONG);
            screen.await("fifth=55", SOON);
            screen.resize(60, 20);
            screen.await("demo> execute plugin_a do_thing first=1111 second=2222 third", SOON);
            screen.resize(100, 20);
            // The terminal folds first, and the line is drawn again when the program hears of it.
            eventually(screen::text, () -> screen.text().startsWith("demo> " + LONG), SOON);
            assertThat(screen.text()).containsOnlyOnce("demo>");
        }
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1", "CLICOLOR, 0"})
    void no_colour_means_none_at_all(String variable, String value) {
        try (TmuxScreen screen = demo(new Seat(home).with(variable, value), 80, 24)) {
            screen.record(home.resolve("plain"));
            screen.type("execute nope");
            screen.press("Tab");
            enter(screen, "");
            screen.await("error: ", SOON);
            enter(screen, "plugins");
            screen.await("potentiostat", SOON);
            assertThat(output("plain")).doesNotContainPattern("\u001b\\[[0-9;]*[34][0-7]m");
        }
    }

    @Test
    void a_dumb_terminal_gets_no_escapes() {
        try (TmuxScreen screen = demo(new Seat(home).with("TERM", "dumb"), 80, 24)) {
            screen.record(home.resolve("dumb"));
            enter(screen, "tail --target plugin_a &");
            screen.await("tail runs", SOON);
            enter(screen, "execute plugin_a do_thing x=größe");
            screen.await("x     größe", SOON);
            enter(screen, "top --count 1 --every 100ms");
            screen.await("nothing was broadcast yet", SOON);
            screen.press("C-d");
            assertThat(screen.awaitExit(SOON)).isZero();
            assertThat(output("dumb")).doesNotContain("\u001b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void any_locale_will_do(String locale) {
        try (TmuxScreen screen = demo(new Seat(home).with("LC_ALL", locale), 80, 24)) {
            enter(screen, "execute plugin_a do_thing x=größe y=電極 z=👍");
            screen.await("x     größe\ny     電極\nz     👍", SOON);
        }
    }

    /** A locale of the test's own, which needs no installation. */
    @Test
    void a_latin_1_locale_gets_its_letters_and_no_others() throws Exception {
        Requires.localedef();
        Process made = new ProcessBuilder(
                        "localedef",
                        "-c",
                        "-i",
                        "en_US",
                        "-f",
                        "ISO-8859-1",
                        home.resolve("en_US.ISO-8859-1").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("localedef").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        Seat seat = new Seat(home).with("LOCPATH", home.toString()).with("LC_ALL", "en_US.ISO-8859-1");
        try (TmuxScreen screen = demo(seat, 80, 24)) {
            screen.record(home.resolve("latin"));
            enter(screen, "execute plugin_a do_thing x=\"gr\\u00f6\\u00dfe\" y=\"\\u96fb\"");
            screen.await("y     ?", SOON);
            eventually(() -> output("latin"), () -> latin("latin").contains("gr\u00f6\u00dfe"), SOON);
        }
    }

    @Test
    void a_recorded_session_is_a_terminal_like_any_other() {
        String line = "script -qc \"$0 demo\" \"$HOME/typescript\"; echo ended $?";
        try (TmuxScreen screen = new Seat(home).run(80, 24, "sh", "-c", line, Seat.HUBSH)) {
            screen.await("demo>", SOON);
            enter(screen, "execute plugin_a do_thing x=1");
            screen.await("x     1", SOON);
            screen.type("ping plu");
            screen.press("C-c");
            enter(screen, "ping plugin_a");
            screen.await("round_trip_ms  ", SOON);
            screen.press("C-d");
            screen.await("ended 0", SOON);
            assertThat(output("typescript")).contains("round_trip_ms");
        }
    }

    @Test
    void signs_of_ambiguous_width_keep_the_columns_and_the_cursor() {
        try (TmuxScreen screen = demo(new Seat(home), 80, 20)) {
            enter(screen, "execute plugin_a do_thing t:='[{\"a\":\"x…·│\",\"b\":1},{\"a\":\"abcd\",\"b\":2}]' | jq .t");
            screen.await("abcd  2", SOON);
            assertThat(screen.text()).contains("x…·│  1\n");
            screen.press("C-l");
            screen.awaitGone("abcd  2", SOON);
            screen.type("execute plugin_a do_thing x=…·");
            screen.await("x=…·", SOON);
            assertThat(screen.cursor()).isEqualTo("demo> execute plugin_a do_thing x=…·".length() + ",0");
        }
    }

    @Test
    void wide_signs_keep_the_columns_and_the_cursor() {
        try (TmuxScreen screen = demo(new Seat(home), 60, 20)) {
            enter(screen, "tail --target plugin_a &");
            screen.await("tail runs", SOON);
            enter(
                    screen,
                    "execute plugin_a do_thing t:='[{\"a\":\"電極\",\"b\":1},{\"a\":\"e\u0301x\",\"b\":2},{\"a\":\"👍\",\"b\":3}]' | jq .t");
            screen.await("👍    3", SOON);
            assertThat(screen.text()).contains("電極  1\n").contains("e\u0301x    2\n");
            screen.await("do_thing t=[", SOON); // the broadcast may come later than the result
            screen.press("C-l");
            screen.awaitGone("👍    3", SOON);
            screen.type("execute plugin_a do_thing x=電極👍");
            screen.await("x=電極👍", SOON);
            assertThat(screen.cursor()).isEqualTo(("demo> execute plugin_a do_thing x=".length() + 6) + ",0");
            screen.press("BSpace", "BSpace");
            screen.type("z");
            screen.await("x=電z", SOON);
        }
    }

    @Test
    void q_puts_a_picture_away_and_what_else_was_typed_is_there_afterwards() {
        try (TmuxScreen screen = demo(new Seat(home), 80, 24)) {
            enter(screen, "top --every 100ms");
            screen.await("nothing was broadcast yet", SOON);
            screen.type("pingq");
            screen.awaitGone("nothing was", SOON);
            screen.await("demo> ping", SOON);
            assertThat(screen.text()).doesNotContain("error");
            enter(screen, " plugin_a");
            screen.await("round_trip_ms  ", SOON);
            enter(screen, "watch 100ms ping plugin_a");
            screen.await("every 100 ms", SOON);
            screen.press("Up");
            screen.press("Escape");
            screen.awaitGone("every 100 ms", SOON);
            screen.await("demo> ping plugin_a", SOON);
            assertThat(screen.text()).doesNotContain("error");
        }
    }

    @Test
    void q_ends_a_one_shot_and_the_terminal_echoes_again() {
        String line = "\"$0\" demo -c 'watch 100ms ping plugin_a'; echo ended $?; read answer; echo got $answer";
        try (TmuxScreen screen = new Seat(home).run(60, 12, "sh", "-c", line, Seat.HUBSH)) {
            screen.await("every 100 ms", SOON);
            screen.type("xq");
            screen.await("ended 0", SOON);
            enter(screen, "typed");
            screen.await("\ntyped\ngot typed", SOON);
        }
    }

    private static String output(String name) {
        return output(name, StandardCharsets.UTF_8);
    }

    private static String latin(String name) {
        return output(name, StandardCharsets.ISO_8859_1);
    }

    private static String output(String name, java.nio.charset.Charset charset) {
        try {
            return new String(Files.readAllBytes(home.resolve(name)), charset);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
