package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static io.github.hubsh.shell.terminal.Seat.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user of hubsh sees, and what a user sees when the hub starts and ends. */
final class FirstMinuteIT {
    @TempDir
    static Path home;

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
    }

    @Test
    void the_demo_greets_with_three_lines_that_work_word_for_word() {
        try (TmuxScreen screen = new Seat(home).start(80, 24, "demo")) {
            screen.await("demo>", SOON);
            List<String> greeting = screen.text().lines().toList();
            assertThat(greeting.get(0)).matches("hubsh \\S+ · tcp://127.0.0.1:\\d+ as hubsh-\\S+");
            assertThat(greeting.get(1)).isEqualTo("help · Tab completes · Ctrl-D leaves");
            assertThat(greeting.get(2)).isEqualTo("three lines to try:");
            assertThat(greeting).hasSize(7);

            enter(screen, greeting.get(3).strip());
            screen.await("electrode004", SOON);
            enter(screen, greeting.get(4).strip());
            screen.await("tail runs beside the prompt", SOON);
            enter(screen, greeting.get(5).strip());
            screen.await("roller set_electrode_state electrode_id=electro", SOON);
            assertThat(screen.text()).doesNotContain("error");
        }
    }

    @Test
    void help_fits_a_screen() {
        try (TmuxScreen screen = new Seat(home).start(80, 24, "demo")) {
            screen.await("demo>", SOON);
            screen.press("C-l");
            screen.awaitGone("three lines", SOON);
            enter(screen, "help");
            screen.await("All take --json", SOON);
            screen.await("\ndemo>", SOON);
            assertThat(screen.text())
                    .startsWith("Network  connect")
                    .contains("disconnect")
                    .endsWith("\ndemo>");
        }
    }

    @Test
    void without_a_hub_it_says_what_to_do_joins_by_itself_and_again_and_a_tail_continues() {
        String uri = somewhere();
        try (TmuxScreen screen = new Seat(home).start(80, 24, "--hub", uri)) {
            screen.await("warning: no hub listens at " + uri, SOON);
            screen.await(
                    "  connects as soon as there is one; or: demo · connect URI · hub URI &\n(not connected)>", SOON);
            screen.type("help it");
            try (Hub hub = new Hub(uri, "lab")) {
                hub.reset();
                screen.await("connected to " + uri + " as hubsh-", SOON);
                screen.await("\nlab> help it", SOON);
                screen.press("C-u");
                enter(screen, "tail --source pump &");
                screen.await("tail runs beside", SOON);
                screen.type("half");
            }
            screen.await("warning: the hub at " + uri + " is lost\n  reconnects as soon as it is back", SOON);
            screen.await("\n(not connected)> half", SOON);
            try (Hub hub = new Hub(uri, "lab")) {
                hub.reset();
                screen.await("\nlab> half", SOON);
                try (Plugin pump = new Plugin("pump", uri)) {
                    pump.reset();
                    // The hub may learn only now that the shell is listening again.
                    eventually(
                            () -> {
                                pump.execute("lab", "ping");
                                return screen.text().contains("pump → lab  ping");
                            },
                            SOON);
                    screen.await("\nlab> half", SOON);
                }
            }
            assertThat(screen.scrollback().split("no hub listens", -1)).hasSize(2);
        }
    }

    @Test
    void a_late_reply_appears_above_the_line() {
        CountDownLatch done = new CountDownLatch(1);
        try (Hub hub = new Hub("tcp://127.0.0.1:*", "lab");
                TmuxScreen screen = slow(hub, done)) {
            enter(screen, "execute pump fill --timeout 200ms");
            screen.await("error: pump fill: no reply within 200 ms", SOON);
            screen.type("half");
            done.countDown();
            screen.await("late reply of pump fill, after ", SOON);
            screen.await(": {\"ml\":3}\nlab> half", SOON);
        }
    }

    private TmuxScreen slow(Hub hub, CountDownLatch done) {
        hub.reset();
        Plugin pump = new Plugin("pump", hub.queryUri()).command("fill", call -> {
            done.await();
            return java.util.Map.of("ml", 3L);
        });
        pump.reset();
        TmuxScreen screen = new Seat(home).start(80, 24, "--hub", hub.queryUri());
        screen.await("lab>", SOON);
        return screen;
    }

    @Test
    void doctor_tells_of_the_terminal() {
        try (TmuxScreen screen = new Seat(home).with("LC_ALL", "C.UTF-8").start(120, 30, "demo")) {
            screen.await("demo>", SOON);
            enter(screen, "doctor");
            screen.await("our name", SOON);
            assertThat(screen.text())
                    .containsPattern("terminal +(ok +)?screen-256color: stdin stdout stderr")
                    .containsPattern("colours +(ok +)?yes: 256")
                    .containsPattern("width +(ok +)?120 columns")
                    .containsPattern("height +(ok +)?30 rows")
                    .containsPattern("locale +(ok +)?C.UTF-8")
                    .containsPattern("charset +(ok +)?UTF-8")
                    .containsPattern("java +(ok +)?\\d+");
        }
    }

    private static void enter(TmuxScreen screen, String line) {
        screen.type(line);
        screen.press("Enter");
    }

    private static String somewhere() {
        try (Hub hub = new Hub("tcp://127.0.0.1:*", "gone")) {
            hub.reset();
            return hub.queryUri();
        }
    }
}
