package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.fake.FakeRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab does, as its user sees it: one prompt for all tests but the last. */
final class CompletionIT {
    private static final Pattern LISTENS = Pattern.compile("(tcp://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    static Path home;

    private static PromptScreen prompt;

    @BeforeAll
    static void start() {
        Requires.tmux();
        prompt = PromptScreen.demo(home, 100, 24, Map.of());
        prompt.type("execute electrode_controller set_electrode_state electrode_id=electrode007 state=1")
                .press("Enter")
                .await("electrode007");
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
    void plugins_and_commands_come_with_descriptions_and_in_groups() {
        prompt.type("execute p").press("Tab").await("plugins\n").await("pump          7 commands");
        prompt.type("ump ").press("Tab").await("commands of pump\n").await("dispense");
        prompt.await("start to dispense, and return at once").type("disp").press("Tab");
        prompt.await("> execute pump dispense");
    }

    @Test
    void a_part_of_a_name_is_enough() {
        prompt.type("exct").press("Tab").await("> execute");
        prompt.type("controller").press("Tab").await("> execute electrode_controller");
        prompt.type("setstate").press("Tab").await("> execute electrode_controller set_electrode_state");
    }

    @Test
    void all_arguments_at_once_are_the_first_choice() {
        prompt.type("x electrode_controller set_electrode_state ").press("Tab");
        prompt.await("arguments\nelectrode_id=electrode007 state=1  all of them\nelectrode_id=");
        prompt.press("Tab")
                .await("demo> x electrode_controller set_electrode_state electrode_id=electrode007 state=1\n");
        prompt.press("Enter", "Enter").await("state         1");
    }

    @Test
    void arguments_that_are_missing_and_values_that_were_seen() {
        prompt.type("x electrode_controller set_electrode_state state=1 ")
                .press("Tab")
                .await(" state=1 electrode_id=");
        prompt.press("Tab").await("state=1 electrode_id=electrode007");
    }

    @Test
    void a_word_in_the_middle_or_in_quotes_or_in_another_row() {
        prompt.type("execute pu dispense")
                .press("C-a", "M-f", "C-f", "C-f", "Tab")
                .await("> execute pump dispense");
        prompt.fresh()
                .type("x electrode_controller set_electrode_state electrode_id=\"elec")
                .press("Tab");
        prompt.await("electrode_id=electrode007");
        prompt.fresh().type("ping pump").press("M-Enter").type("execute pum").press("Tab");
        prompt.awaitCursor(19, 1).await("· execute pump");
    }

    @Test
    void options_filters_keys_variables_files_settings_topics_and_jobs() {
        prompt.type("let target=pump").press("Enter");
        prompt.fresh().type("ping $t").press("Tab").await("ping $target");
        prompt.fresh().type("ping pump --cou").press("Tab").await("--count");
        prompt.fresh().type("plugins").press("Enter").await("pump");
        prompt.fresh()
                .type("plugins | sel")
                .press("Tab")
                .type("na")
                .press("Tab")
                .await("| select name");
        prompt.fresh().type("status > pom").press("Tab").await("status > pom.xml");
        prompt.fresh().type("x pump dispense svg=@pom").press("Tab").await("svg=@pom.xml");
        prompt.fresh().type("config hin").press("Tab").await("config hints");
        prompt.fresh()
                .type("help keys")
                .press("Tab")
                .await("help keys")
                .press("Enter")
                .await("Ctrl-X Ctrl-E");
        prompt.fresh().type("tail").press("Enter").await("tail runs");
        prompt.type("tail --pairs").press("Enter").type("cancel ").press("Tab").await("1  tail\n2  tail --pairs");
        prompt.press("C-c").type("cancel all").press("Enter");
    }

    @Test
    void a_list_longer_than_the_screen_shows_what_fits_and_asks_nothing() {
        prompt.screen.resize(100, 12);
        prompt.press("Tab")
                .await("more: type on")
                .type("exe")
                .awaitGone("more: type on")
                .await("demo> exe");
        prompt.press("Tab").await("demo> execute");
        prompt.screen.resize(100, 24);
    }

    @Test
    void tab_answers_while_the_hub_is_stopped() throws IOException, InterruptedException {
        Path said = home.resolve("hub.err");
        ProcessBuilder builder = new ProcessBuilder(PromptScreen.HUBSH, "hub", "tcp://127.0.0.1:*", "--name", "lab")
                .redirectError(said.toFile());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        Process hub = builder.start();
        try {
            eventually(() -> LISTENS.matcher(read(said)).find(), PromptScreen.SOON);
            Matcher uri = LISTENS.matcher(read(said));
            assertThat(uri.find()).isTrue();
            try (Plugin plugin =
                    new Plugin("oven", uri.group(1)).command("heat_up", Payload.JSON, call -> call.arguments())) {
                plugin.reset();
                atStoppedHub(uri.group(1), hub);
            }
        } finally {
            signal("CONT", hub);
            hub.destroyForcibly();
        }
    }

    private static void atStoppedHub(String uri, Process hub) throws IOException, InterruptedException {
        try (PromptScreen typist = PromptScreen.start(home, 100, 24, Map.of(), "lab>", "--hub", uri)) {
            typist.type("execute oven heat_up degrees=180").press("Enter").await("degrees  180");
            typist.fresh();
            signal("STOP", hub);
            typist.type("exe")
                    .press("Tab")
                    .type("ov")
                    .press("Tab")
                    .type("he")
                    .press("Tab")
                    .type("deg")
                    .press("Tab");
            typist.await("> execute oven heat_up degrees=180").awaitCursor(34, 0);
            typist.press("Tab").awaitCursor(38, 0);
            signal("CONT", hub);
            typist.press("Enter").await("degrees  180");
        }
    }

    @Test
    void a_network_that_is_not_there_is_completed_from_its_recording() throws IOException {
        Path recording = Files.write(
                home.resolve("session.jsonl"), FakeRecording.session().bytes());
        try (PromptScreen typist =
                PromptScreen.start(home, 100, 24, Map.of(), "(not connected)>", "--hub", "tcp://127.0.0.1:1")) {
            typist.type("describe heater --from " + recording)
                    .press("Enter")
                    .await("get_state")
                    .type("x hea")
                    .press("Tab")
                    .await("> x heater")
                    .type("set")
                    .press("Tab")
                    .await("> x heater set_target")
                    .press("Tab")
                    .await("> x heater set_target celsius=37");
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
