package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code js>} on a real terminal, as its user has it. */
final class JavaScriptPromptIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TmuxScreen screen;

    @BeforeEach
    void openThePrompt() {
        Requires.tmux();
        Map<String, String> variables = new Launched(home, Map.of("INPUTRC", "/dev/null")).variables();
        screen = TmuxScreen.start(90, 40, variables, Launched.HUBSH, "demo", "tcp://127.0.0.1:*");
        screen.await("demo>", SOON);
        enter("first = execute plugin_a do_thing x=41");
        enter("plugins | count");
        screen.await("\n5", SOON);
        enter("js");
        screen.await("js>", SOON);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    private void enter(String line) {
        screen.type(line);
        screen.press("Enter");
    }

    private void completes(String typed, String whole) {
        screen.type(typed);
        screen.press("Tab");
        screen.await("js> " + whole, SOON);
        screen.press("C-c");
        screen.awaitGone("js> " + whole + "\njs> " + whole, SOON);
    }

    @Test
    void tab_completes_members_plugins_commands_and_variables() {
        enter("hub.describe('pump').length > 0");
        screen.await("true", SOON);

        completes("hub.una", "hub.una");
        completes("hub.wai", "hub.waitFor");
        completes("hub.async.st", "hub.async.status");
        completes("hub.plugin('ele", "hub.plugin('electrode_controller");
        completes("hub.plugin('pump').disp", "hub.plugin('pump').dispense");
        completes("hub.execute('pump', 'disp", "hub.execute('pump', 'dispense");
        completes("1 + fir", "1 + first");
    }

    @Test
    void variables_are_shared_with_the_shell_and_results_are_its_tables() {
        enter("const answer = first.x + 1");
        enter("[answer, 2].map((n) => {");
        enter("return { n, square: n * n };");
        enter("})");
        screen.await(" n  square\n42    1764\n 2       4", SOON);
        enter("const later = await hub.async.execute('plugin_a', 'echo', { a: 5 })");
        enter("later.a + answer");
        screen.await("47", SOON);
        screen.press("C-d");
        screen.await("demo> ", SOON);
        enter("execute plugin_a do_thing y=$answer z=$later.a");
        screen.await("y     42", SOON);
        screen.await("z     5", SOON);
        screen.press("C-d");
        assertThat(screen.awaitExit(SOON)).isZero();
    }

    @Test
    void javascript_that_the_program_was_started_for_is_the_end_of_it() {
        enter("exit");
        screen.await("demo>", SOON);
        Map<String, String> variables = new Launched(home, Map.of("INPUTRC", "/dev/null")).variables();
        try (TmuxScreen alone = TmuxScreen.start(90, 40, variables, Launched.HUBSH, "js")) {
            alone.await("js>", SOON);
            alone.press("C-d");

            assertThat(alone.awaitExit(SOON)).isZero();
        }
    }

    @Test
    void ctrl_c_stops_a_loop_and_the_prompt_continues() {
        enter("console.log('it ' + 'runs'); for (;;) {}");
        screen.await("it runs", SOON);
        screen.press("C-c");
        screen.await("stopped the script", SOON);
        enter("6 * 7");
        screen.await("42", SOON);
        enter("nope(1)");
        screen.await("ReferenceError: nope is not defined", SOON);
    }

    @Test
    void what_comes_later_is_shown_above_the_line_being_typed() {
        enter("const off = hub.on('execute_reply', (m) => console.log('heard ' + m.data.x))");
        enter("setTimeout(() => hub.execute('plugin_a', 'do_thing', { x: 5 }), 300)");
        screen.type("half typ");
        screen.await("heard 5", SOON);
        screen.await("js> half typ", SOON);
        assertThat(screen.text()).endsWith("js> half typ");
    }
}
