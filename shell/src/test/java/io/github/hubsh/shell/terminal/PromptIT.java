package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program's prompt, {@code bin/hubsh demo}, as its user has it. */
final class PromptIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final Pattern URI = Pattern.compile("\"hub\":\"([^\"]+)\"");

    @TempDir
    Path home;

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
    }

    private TmuxScreen demo(int columns) {
        return TmuxScreen.start(
                columns,
                24,
                Map.of(
                        "XDG_STATE_HOME",
                        home.toString(),
                        "XDG_CACHE_HOME",
                        SharedArchives.in(home),
                        "INPUTRC",
                        "/dev/null"),
                HUBSH,
                "demo",
                "tcp://127.0.0.1:*");
    }

    @Test
    void tab_completes_a_verb_a_plugin_and_a_command_and_the_request_is_answered() {
        try (TmuxScreen screen = demo(80)) {
            awaitPrompt(screen);
            screen.type("execute plugin_a do_thing x=1");
            screen.press("Enter");
            screen.await("x     1", SOON);
            screen.press("C-l");
            screen.awaitGone("x     1", SOON);
            screen.type("exe");
            screen.press("Tab");
            screen.await("> execute", SOON);
            screen.type("plugin_");
            screen.press("Tab");
            screen.await("> execute plugin_a", SOON);
            screen.type("do_t");
            screen.press("Tab");
            screen.await("> execute plugin_a do_thing", SOON);
            screen.type("x=2");
            screen.press("Enter");
            screen.await("x     2", SOON);
        }
    }

    @Test
    void a_broadcast_of_another_peer_appears_above_the_half_typed_line() throws IOException, InterruptedException {
        try (TmuxScreen screen = demo(80)) {
            awaitPrompt(screen);
            String uri = hubUri(screen);
            screen.type("tail --target plugin_a");
            screen.press("Enter");
            screen.await("tail runs beside the prompt", SOON);
            screen.type("execute plug");
            screen.await("> execute plug", SOON);

            assertThat(run(HUBSH, "--hub", uri, "execute", "plugin_a", "do_thing", "from=outside"))
                    .isZero();

            screen.await("from=outside", SOON);
            screen.await("\ndemo> execute plug\n      execute TARGET COMMAND", SOON);
            screen.type("in_a do_thing y=2");
            screen.press("Enter");
            screen.await("y     2\ndemo>", SOON); // before the prompt is there, Ctrl-C is for the statement
            screen.press("C-c");
            screen.await("stopped: tail", SOON);
        }
    }

    @Test
    void ctrl_c_clears_a_line_and_stops_waiting_and_ctrl_d_leaves() {
        try (TmuxScreen screen = demo(80)) {
            awaitPrompt(screen);
            screen.type("nonsense");
            screen.press("C-c");
            screen.type("hub tcp://127.0.0.1:*");
            screen.press("Enter");
            screen.await("listens at tcp://127.0.0.1:", SOON);
            screen.press("C-c");
            screen.await("its plugins keep running without it", SOON);
            assertThat(screen.text()).doesNotContain("there is no verb");
            screen.press("C-d");
            assertThat(screen.awaitExit(SOON)).isZero();
        }
    }

    @Test
    void history_outlives_the_session() {
        try (TmuxScreen screen = demo(80)) {
            awaitPrompt(screen);
            screen.type("execute plugin_a do_thing remembered=1");
            screen.press("Enter");
            screen.await("remembered  1", SOON);
            screen.press("C-d");
            screen.awaitExit(SOON);
        }
        try (TmuxScreen screen = demo(80)) {
            awaitPrompt(screen);
            screen.press("C-r");
            screen.type("remem");
            screen.await("> execute plugin_a do_thing remembered=1", SOON);
            screen.press("Enter");
            screen.await("remembered  1", SOON);
        }
    }

    @Test
    void forty_columns_are_enough() {
        try (TmuxScreen screen = demo(40)) {
            awaitPrompt(screen);
            screen.type("execute plugin_a do_thing first=1 second=2 third=3");
            screen.press("Enter");
            screen.await("third   3", SOON);
            screen.press("C-d");
            assertThat(screen.awaitExit(SOON)).isZero();
        }
    }

    private static void awaitPrompt(TmuxScreen screen) {
        screen.await("Ctrl-D leaves\n", SOON);
        screen.await("demo>", SOON);
    }

    private static String hubUri(TmuxScreen screen) {
        screen.type("status --json");
        screen.press("Enter");
        screen.await("\"hub_name\"", SOON);
        Matcher uri = URI.matcher(screen.text().replace("\n", ""));
        assertThat(uri.find()).as(screen.text()).isTrue();
        return uri.group(1);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
