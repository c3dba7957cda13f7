package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys do, as their user sees it: one prompt for most tests. */
final class KeysIT {
    @TempDir
    static Path home;

    private static PromptScreen prompt;

    @BeforeAll
    static void start() throws IOException {
        Requires.tmux();
        Path editor = home.resolve("editor");
        Files.writeString(editor, """
                #!/bin/sh
                echo "mode $(stat -c %%a "$1"), line $(cat "$1")"
                echo "$1" >%1$s/edited
                read -r answer
                [ "$answer" = fail ] && exit 3
                printf 'ping plugin_a # %%s\\nlet edited=1\\n' "$answer" >"$1"
                """.formatted(home));
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        prompt = PromptScreen.demo(home, 100, 24, Map.of("VISUAL", editor.toString()));
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
    void up_finds_lines_that_begin_as_this_one_and_down_goes_back() {
        prompt.type("ping plugin_a").press("Enter").await("plugin_a\n");
        prompt.type("plugins").press("Enter").await("pump");
        prompt.type("ping pump").press("Enter").await("target         pump");
        prompt.fresh().type("pin").press("Up").awaitCursor(15, 0).await("> ping pump");
        prompt.press("Up").awaitCursor(19, 0).await("> ping plugin_a");
        prompt.press("Down").await("> ping pump").press("Down").awaitCursor(9, 0);
        prompt.press("C-c").fresh().press("Up").await("> ping pump").press("Up").await("> plugins");
    }

    @Test
    void a_line_of_many_rows_is_typed_edited_and_remembered_as_one() {
        prompt.type("let first=1").press("M-Enter").type("let second=2").awaitCursor(18, 1);
        prompt.press("Up").awaitCursor(17, 0).type("0").press("Down", "End", "Enter");
        prompt.type("$first; $second").press("Enter").await("10\n2");
        prompt.fresh()
                .type("let fi")
                .press("Up")
                .awaitEnd("let first=10\n    · let second=2\n      let [ITEM …] · make variables, or list them");
        prompt.fresh()
                .type("plugins |")
                .press("Enter")
                .awaitCursor(6, 1)
                .type("count")
                .press("Enter")
                .await("5");
        prompt.fresh()
                .type("let q='a")
                .press("Enter")
                .awaitCursor(6, 1)
                .press("C-c")
                .awaitEnd("\ndemo>");
    }

    @Test
    void two_shells_at_once_have_one_history_without_secrets() throws IOException {
        try (PromptScreen other = PromptScreen.demo(home, 100, 24, Map.of())) {
            other.type("let common=1")
                    .press("Enter")
                    .type("let password=geheim")
                    .press("Enter");
            other.type(" let hidden=1")
                    .press("Enter")
                    .type("plugins")
                    .press("Enter")
                    .await("pump");
        }
        prompt.press("Enter")
                .press("C-r")
                .type("common")
                .await("> let common=1")
                .press("C-c");
        prompt.fresh().type("let").press("Up").await("> let common=1");
        assertThat(Files.readString(home.resolve("hubsh/history"))).doesNotContain("geheim", "hidden");
    }

    @Test
    void the_users_editor_gets_the_line_and_gives_it_back() throws IOException {
        prompt.type("half a line").press("C-x", "C-e").await("mode 600, line half a line");
        prompt.type("well")
                .press("Enter")
                .awaitEnd("ping plugin_a # well\n    · let edited=1\n"
                        + "      let [ITEM …] · make variables, or list them");
        assertThat(Path.of(Files.readString(home.resolve("edited")).strip())).doesNotExist();
        prompt.press("Enter")
                .await("round_trip_ms")
                .type("$edited")
                .press("Enter")
                .await("\n1\n");

        prompt.fresh()
                .type("kept")
                .press("C-x", "C-e")
                .await("line kept")
                .type("fail")
                .press("Enter");
        prompt.await("the line is unchanged: the editor ended with 3").awaitEnd("demo> kept");
    }

    @Test
    void what_is_pasted_waits_for_enter_and_runs_in_order() {
        prompt.screen.paste("let a=1\nlet b=2\n\tlet c=$b\nlet d=4\n$a; $c; $d");
        prompt.awaitCursor(16, 4).await("· let d=4").press("Enter").awaitEnd("$a; $c; $d\n1\n2\n4\ndemo>");
    }

    @Test
    void ten_thousand_pasted_characters_are_one_value() {
        prompt.screen.paste("let long=" + "x".repeat(10_000));
        prompt.press("Enter")
                .press("C-l")
                .type("$long | jq length")
                .press("Enter")
                .await("\n10000\n");
    }

    @Test
    void keys_that_edit() {
        prompt.type("ping pump").press("Home").type("3 ").press("End").awaitCursor(17, 0);
        prompt.press("C-Left", "C-Left").awaitCursor(8, 0).press("C-Right").awaitCursor(13, 0);
        prompt.press("Home", "DC", "DC").awaitCursor(6, 0).await("> ping pump");
        prompt.press("M-d").awaitEnd("demo>  pump").press("C-_").await("> ping pump");
        prompt.press("C-x", "C-r").awaitEnd("demo>  pump").press("C-y").await("> ping pump");
        prompt.fresh()
                .type("plugins")
                .press("C-u")
                .awaitAll("demo>")
                .press("C-y")
                .await("> plugins");
    }

    @Test
    void ctrl_c_gives_an_empty_line_at_every_moment() {
        prompt.press("C-r")
                .type("p")
                .await("search: p")
                .press("C-c")
                .awaitGone("search: p")
                .awaitEnd("\ndemo>");
        prompt.fresh().type("s").press("Tab").await("status").press("C-c").awaitEnd("demo> s\ndemo>");
        prompt.fresh()
                .type("s")
                .press("Tab", "Tab")
                .await("demo> status\nNetwork\nstatus")
                .press("C-c")
                .awaitEnd("\ndemo>");
        prompt.fresh()
                .type("until plugin_a do_thing x=1 --that false")
                .press("Enter")
                .await("polls");
        prompt.press("C-c").await("stopped").awaitEnd("\ndemo>");
        prompt.fresh()
                .type("watch 1s plugins")
                .press("Enter")
                .awaitGone("demo>")
                .press("C-c")
                .awaitEnd("\ndemo>");
        prompt.fresh()
                .type("top")
                .press("Enter")
                .awaitGone("demo>")
                .press("C-c")
                .awaitEnd("\ndemo>");
        prompt.fresh()
                .type("tail")
                .press("Enter")
                .await("tail runs")
                .awaitEnd("\ndemo>")
                .press("C-c")
                .await("stopped: tail");
        prompt.fresh()
                .type("execute plugin_a do_thing --ask")
                .press("Enter")
                .await("x (integer)")
                .press("C-c");
        prompt.awaitEnd("\ndemo>");
    }

    @Test
    void ctrl_d_leaves_from_an_empty_line_only() throws IOException {
        prompt.type("ping")
                .press("C-a", "C-d")
                .await("> ing")
                .press("C-e", "C-d")
                .await("> ing");
        try (PromptScreen vi = vi()) {
            vi.type("foo").press("C-d").await("> foo").press("Escape", "C-d").await("> foo");
            vi.press("C-c").awaitEnd("\ndemo>").press("Escape", "C-d");
            assertThat(vi.screen.awaitExit(PromptScreen.SOON)).isZero();
        }
    }

    @Test
    void vi_keys_where_the_inputrc_says_so() throws IOException {
        try (PromptScreen vi = vi()) {
            vi.type("xping plugin_a").press("Escape").type("0").type("x").await("> ping plugin_a");
            vi.type("A").type(" --count 1").press("Enter").await("round_trip_ms");
            vi.press("Escape")
                    .type("k")
                    .awaitEnd("demo> ping plugin_a --count 1\n      --count N  how many; default 1")
                    .press("C-c")
                    .awaitEnd("\ndemo>");
            vi.type("half").press("C-c").awaitEnd("demo> half\ndemo>");
        }
    }

    private static PromptScreen vi() throws IOException {
        Path inputrc = Files.writeString(home.resolve("inputrc"), "set editing-mode vi\n");
        return PromptScreen.demo(home, 100, 24, Map.of("INPUTRC", inputrc.toString()));
    }
}
