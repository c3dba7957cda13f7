package io.github.hubsh.shell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.Requires;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TmuxScreenTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
    }

    @Test
    void what_is_typed_is_seen_and_echoed() {
        try (TmuxScreen screen = TmuxScreen.start(60, 10, Map.of(), "cat")) {
            screen.type("x=1; 'Voltage (V)' $HOME Enter \u00b5;");
            screen.press("Enter");
            screen.await("x=1; 'Voltage (V)' $HOME Enter \u00b5;\nx=1; 'Voltage (V)' $HOME Enter \u00b5;", SOON);
            assertThat(screen.cursor()).isEqualTo("0,2");
        }
    }

    @Test
    void the_program_has_the_size_and_the_environment_it_was_given() {
        try (TmuxScreen screen =
                TmuxScreen.start(71, 13, Map.of("WHO", "a b"), "sh", "-c", "stty size; echo \"[$WHO$TMUX]\"")) {
            screen.await("13 71", SOON);
            screen.await("[a b]", SOON);
        }
    }

    @Test
    void the_last_words_and_the_exit_code_of_a_short_program_are_never_lost() {
        for (int turn = 0; turn < 20; turn++) {
            try (TmuxScreen screen = TmuxScreen.start(60, 10, Map.of(), "sh", "-c", "echo last words; exit 3")) {
                assertThat(screen.awaitExit(SOON)).isEqualTo(3);
                screen.await("last words", SOON);
            }
        }
    }

    @Test
    void keys_have_names_and_an_exit_has_a_code() {
        try (TmuxScreen screen = TmuxScreen.start(60, 10, Map.of("PS1", "> "), "bash", "--norc", "-i")) {
            screen.await(">", SOON);
            screen.type("false");
            screen.await("false", SOON);
            screen.press("C-c");
            screen.await("^C", SOON);
            screen.type("exit 7");
            screen.press("Enter");
            assertThat(screen.awaitExit(SOON)).isEqualTo(7);
            assertThat(screen.text()).contains("> exit 7");
        }
    }

    @Test
    void a_killed_program_has_the_shells_code_for_its_signal() {
        try (TmuxScreen screen = TmuxScreen.start(60, 10, Map.of(), "sh", "-c", "echo here; exec cat")) {
            screen.await("here", SOON);
            screen.press("C-c");
            assertThat(screen.awaitExit(SOON)).isEqualTo(130);
        }
    }

    @Test
    void colours_and_what_scrolled_away_can_be_seen() {
        try (TmuxScreen screen =
                TmuxScreen.start(60, 5, Map.of(), "sh", "-c", "printf '\\033[31mred\\033[0m\\n'; seq 9")) {
            screen.await("9", SOON);
            assertThat(screen.text()).doesNotContain("red");
            assertThat(screen.scrollback()).startsWith("red\n1\n");
        }
        try (TmuxScreen screen = TmuxScreen.start(60, 5, Map.of(), "printf", "\\033[31mred\\033[0m\\n")) {
            screen.await("red", SOON);
            assertThat(screen.textWithColours()).contains("\u001b[31mred");
        }
    }

    @Test
    void a_text_that_does_not_come_is_reported_with_the_screen() {
        try (TmuxScreen screen = TmuxScreen.start(60, 5, Map.of(), "sh", "-c", "echo here; cat")) {
            screen.await("here", SOON);
            assertThatThrownBy(() -> screen.await("there", Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("'there' is not on the screen:\n----\nhere\n----");
        }
    }
}
