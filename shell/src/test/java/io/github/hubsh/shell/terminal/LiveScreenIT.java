package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What redraws in place, on a real terminal: it has the screen to itself, and gives it back as it was. */
final class LiveScreenIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    @TempDir
    Path home;

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
    }

    private TmuxScreen start(int columns, int rows, Map<String, String> more, String... command) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "XDG_STATE_HOME", home.toString(), "XDG_CACHE_HOME", SharedArchives.in(home), "INPUTRC", "/dev/null"));
        environment.putAll(more);
        return TmuxScreen.start(columns, rows, environment, command);
    }

    private TmuxScreen prompt(int columns, int rows) {
        TmuxScreen screen =
                start(columns, rows, Map.of("PAGER", "less", "LESS", "FRX"), HUBSH, "demo", "tcp://127.0.0.1:*");
        screen.await("demo>", SOON);
        return screen;
    }

    @Test
    void watch_at_the_prompt_marks_changes_and_ctrl_c_gives_the_screen_back() {
        try (TmuxScreen screen = prompt(80, 24)) {
            screen.type("execute plugin_a do_thing before=1");
            screen.press("Enter");
            screen.await("before  1", SOON);
            screen.type("watch 100ms ping plugin_a | select round_trip_ms");
            screen.press("Enter");
            screen.await("* round_trip_ms", SOON);
            screen.await("every 100 ms: ping plugin_a | select round_trip_ms", SOON);
            assertThat(screen.text()).doesNotContain("before").doesNotContain("demo>");
            assertThat(screen.textWithColours()).contains("\u001b[7m");
            screen.press("C-c");
            screen.await("stopped watching", SOON);
            screen.await("before  1", SOON);
            screen.await("what it sent\ndemo>", SOON);
            assertThat(screen.text()).doesNotContain("every 100 ms");
            screen.type("ping plugin_a");
            screen.press("Enter");
            screen.await("round_trip_ms  ", SOON);
        }
    }

    @Test
    void top_at_the_prompt_fits_any_size_and_ctrl_c_gives_the_screen_back() {
        try (TmuxScreen screen = prompt(100, 24)) {
            screen.type("watch 50ms ping plugin_a &");
            screen.press("Enter");
            screen.await("watch runs beside the prompt", SOON);
            screen.type("top --every 100ms");
            screen.press("Enter");
            screen.await("plugin    command", SOON);
            screen.await("plugin_a  ping", SOON);
            screen.resize(40, 10);
            screen.await("more columns (--all)", SOON);
            assertThat(screen.text().lines()).hasSizeLessThan(10).allMatch(line -> line.length() <= 40);
            screen.resize(100, 24);
            screen.await("lost", SOON);
            screen.press("C-c");
            screen.await("stopped", SOON);
            screen.awaitGone("p95_ms", SOON);
        }
    }

    @Test
    void a_one_shot_that_is_stopped_by_ctrl_c_ends_with_130_and_gives_the_screen_back() {
        String line = "printf 'before\\n'; exec \"$0\" demo -c 'watch 100ms execute plugin_a do_thing x=1'";
        try (TmuxScreen screen = start(60, 12, Map.of(), "sh", "-c", line, HUBSH)) {
            screen.await("every 100 ms: execute plugin_a do_thing x=1", SOON);
            assertThat(screen.text()).doesNotContain("before");
            screen.press("C-c");
            assertThat(screen.awaitExit(SOON)).isEqualTo(130);
            assertThat(screen.text()).startsWith("before").doesNotContain("every 100 ms");
        }
    }

    @Test
    void a_one_shot_that_ends_by_itself_leaves_its_last_picture() {
        try (TmuxScreen screen =
                start(60, 12, Map.of(), HUBSH, "demo", "-c", "watch --count 2 10ms execute plugin_a do_thing x=1")) {
            assertThat(screen.awaitExit(SOON)).isZero();
            assertThat(screen.text()).contains("2 runs").contains("\n  x     1");
        }
    }

    @Test
    void on_a_dumb_terminal_pictures_stand_below_one_another() {
        try (TmuxScreen screen = start(
                60,
                12,
                Map.of("TERM", "dumb"),
                HUBSH,
                "demo",
                "-c",
                "watch --count 2 10ms execute plugin_a do_thing x=1")) {
            assertThat(screen.awaitExit(SOON)).isZero();
            assertThat(screen.text()).contains("1 run").contains("2 runs");
            assertThat(screen.textWithColours()).doesNotContain("\u001b[");
        }
    }

    @Test
    void what_is_longer_than_the_screen_goes_through_the_pager_and_the_prompt_comes_back() {
        try (TmuxScreen screen = prompt(80, 10)) {
            screen.type("execute electrode_controller get_channel_states");
            screen.press("Enter");
            screen.await("electrode008", SOON);
            screen.await("\n:", SOON);
            screen.type("/electrode012\r");
            screen.await("electrode012", SOON);
            screen.type("q");
            screen.await("demo>", SOON);
            screen.type("ping plugin_a");
            screen.press("Enter");
            screen.await("round_trip_ms  ", SOON);
            screen.type("set pager=off; execute electrode_controller get_channel_states");
            screen.press("Enter");
            screen.await("electrode012", SOON);
            screen.await("demo>", SOON);
            screen.press("C-d");
            assertThat(screen.awaitExit(SOON)).isZero();
        }
    }

    @Test
    void ctrl_c_in_the_pager_is_the_pagers_and_the_shell_stays() {
        try (TmuxScreen screen = prompt(80, 10)) {
            screen.type("execute electrode_controller get_channel_states");
            screen.press("Enter");
            screen.await("electrode008", SOON);
            screen.await("\n:", SOON);
            screen.press("C-c");
            screen.type("/electrode012\r");
            screen.await("electrode012", SOON);
            screen.press("C-c");
            eventually(() -> leaves(screen), SOON);
            screen.press("C-u");
            screen.type("ping plugin_a");
            screen.press("Enter");
            screen.await("round_trip_ms  ", SOON);
            assertThat(screen.text()).doesNotContain("error", "nothing to stop");
        }
    }

    /** Once more, because an interrupt makes less drop what is typed right behind it. */
    private static boolean leaves(TmuxScreen screen) {
        screen.type("q");
        return screen.text().contains("demo>");
    }

    @Test
    void a_text_that_is_too_long_only_where_its_lines_are_folded_is_paged_too() {
        try (TmuxScreen screen = prompt(40, 12)) {
            screen.press("C-l");
            screen.awaitGone("help", SOON);
            screen.type("execute plugin_a do_thing t:='[" + "\"" + "word ".repeat(80) + "\",1,2]' --raw");
            screen.press("Enter");
            screen.await("\n:", SOON);
            screen.type("q");
            screen.await("demo>", SOON);
        }
    }

    @Test
    void a_locale_without_our_signs_gets_plain_ones() {
        try (TmuxScreen screen = start(
                40,
                12,
                Map.of("LC_ALL", "C"),
                HUBSH,
                "demo",
                "-c",
                "watch --count 1 10ms execute plugin_a do_thing x=1")) {
            assertThat(screen.awaitExit(SOON)).isZero();
            // How much of the statement there is room for, the time that it took decides.
            assertThat(screen.text())
                    .contains("every 10 ms: execute ")
                    .contains("~")
                    .doesNotContain("…");
        }
    }
}
