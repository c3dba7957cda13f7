package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/hubsh} with files of its own, on a real hub. */
final class ConfigurationIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Hub hub = new Hub("tcp://127.0.0.1:*", "thehub");
    private Plugin plugin;
    private Path project;

    @BeforeEach
    void start() throws IOException {
        hub.reset();
        plugin = new Plugin("plugin_a", hub.queryUri()).command("do_thing", Payload.JSON, call -> call.arguments());
        plugin.reset();
        project = Files.createDirectories(folder.resolve("project/deep"));
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_RUNTIME_DIR", folder.toString());
        environment.put("XDG_CACHE_HOME", SharedArchives.in(folder.resolve("cache")));
        environment.put("HUBSH_HUB", "");
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @Test
    void a_context_leads_to_its_hub_and_has_its_own_aliases_and_name() throws IOException {
        // Another program may listen at the usual address.
        Files.createDirectories(folder.resolve("config/hubsh"));
        Files.writeString(folder.resolve("config/hubsh/config.toml"), "hub = \"tcp://127.0.0.1:1\"\n");
        assertThat(hubsh("context", "add", "lab", hub.queryUri(), "--name", "ann", "--alias", "do=x plugin_a do_thing")
                        .exit())
                .isZero();
        assertThat(hubsh("plugins").exit()).isEqualTo(3);

        assertThat(hubsh("context", "use", "lab").exit()).isZero();

        assertThat(hubsh("do", "x=1")).isEqualTo(new ProcessRun(0, "{\"x\":1}\n", ""));
        assertThat(hubsh("--jq", ".name", "status").out()).isEqualTo("ann\n");
        assertThat(hubsh("--context", "none", "plugins").exit()).isEqualTo(3);
        assertThat(hubsh("--context", "lba", "plugins").exit()).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("config/hubsh/saved.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_project_chooses_the_hub_and_its_words_and_a_variable_goes_before_it() throws IOException {
        Files.writeString(
                folder.resolve("project/.hubsh.toml"),
                "hub = \"" + hub.queryUri() + "\"\ntimeout = \"7s\"\n[alias]\ndo = \"x plugin_a do_thing\"\n");

        assertThat(hubsh("do", "x=1")).isEqualTo(new ProcessRun(0, "{\"x\":1}\n", ""));
        assertThat(hubsh("config", "timeout").out()).isEqualTo("7s\n");
        environment.put("HUBSH_TIMEOUT", "8s");
        assertThat(hubsh("config", "--json").out())
                .contains("{\"key\":\"timeout\",\"value\":\"8s\",\"origin\":\"HUBSH_TIMEOUT\"}")
                .contains("\"origin\":\"" + folder.resolve("project/.hubsh.toml") + ":1\"}");
    }

    @Test
    void what_a_project_may_not_and_what_is_no_toml_ends_with_2_at_its_line() throws IOException {
        Path file = folder.resolve("project/.hubsh.toml");
        for (String text : List.of(
                "[alias]\nx1 = \"!touch FILE\"\n",
                "[alias]\nx1 = \"plugins | !touch FILE\"\n",
                "quiet = true\nrun = \"touch FILE\"\n",
                "quiet = true\nserver-key = \"FILE\"\n",
                "quiet = true\nhub = \n",
                "quiet = true\nhub = \"lab\"\n")) {
            Files.writeString(file, text.replace("FILE", folder.resolve("made").toString()));

            ProcessRun run = hubsh("x1");

            assertThat(run.exit()).as(text).isEqualTo(2);
            assertThat(run.err()).as(text).startsWith("error: " + file + ":2: ").contains("\n  ");
            assertThat(folder.resolve("made")).doesNotExist();
        }
    }

    @Test
    void a_file_that_fails_to_be_read_is_reported() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("project/.hubsh.toml"), Path.of("/proc/self/mem"));

        ProcessRun run = hubsh("plugins");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: cannot read " + file + ": ");
    }

    @Test
    void a_file_that_may_not_be_read_is_reported() throws IOException {
        Path file = Files.writeString(folder.resolve("project/.hubsh.toml"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(file), "root may read every file");

        assertThat(hubsh("plugins"))
                .extracting(ProcessRun::exit, ProcessRun::err)
                .containsExactly(
                        2, "error: the file " + file + " cannot be read\n  check the file's path and content\n");
    }

    @Test
    void what_is_read_only_or_wants_confirmation_sends_nothing_by_itself() {
        hubsh("context", "add", "safe", hub.queryUri(), "--readonly");
        hubsh("context", "add", "asks", hub.queryUri(), "--confirm");

        environment.put("HUBSH_CONTEXT", "safe");
        assertThat(hubsh("x", "plugin_a", "do_thing").exit()).isEqualTo(2);
        assertThat(hubsh("bench", "plugin_a", "do_thing", "--count", "2").exit())
                .isEqualTo(2);
        assertThat(hubsh("ping", "plugin_a").exit()).isZero();
        assertThat(hubsh("plugins").exit()).isZero();
        environment.put("HUBSH_CONTEXT", "asks");
        assertThat(hubsh("x", "plugin_a", "do_thing").exit()).isEqualTo(2);
        assertThat(hubsh("x", "plugin_a", "do_thing", "--yes").exit()).isZero();
        assertThat(hubsh("--yes", "until", "plugin_a", "do_thing").exit()).isZero();
    }

    @Test
    void the_prompt_shows_the_context_and_the_focus_and_asks() {
        Requires.tmux();
        hubsh("context", "add", "lab", hub.queryUri(), "--confirm");
        hubsh("context", "add", "safe", hub.queryUri(), "--readonly");
        hubsh("context", "use", "safe");
        environment.put("XDG_STATE_HOME", folder.toString());
        environment.put("INPUTRC", "/dev/null");
        try (TmuxScreen screen = TmuxScreen.start(90, 30, environment, HUBSH)) {
            screen.await("safe>", SOON);
            enter(screen, "x plugin_a do_thing", "the context safe is read-only");
            enter(screen, "context use lab", "lab>");
            enter(screen, "use plugin_a", "lab:plugin_a>");
            enter(screen, ".do_thing x=7", "send plugin_a do_thing to lab? [y/N]");
            enter(screen, "no", "nothing was sent");
            screen.press("C-l");
            screen.awaitGone("nothing was sent", SOON);
            enter(screen, ".do_thing x=8", "[y/N]");
            enter(screen, "y", "x  8");
            enter(screen, "context -", "using safe");
            enter(screen, "exit", "exit");
            assertThat(screen.awaitExit(SOON)).isZero();
        }
        assertThat(folder.resolve("cache/hubsh/knowledge/contexts/lab.json"))
                .content()
                .contains("do_thing");
    }

    private static void enter(TmuxScreen screen, String line, String answer) {
        screen.type(line);
        screen.press("Enter");
        screen.await(answer, SOON);
    }

    private ProcessRun hubsh(String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().putAll(environment);
        return ProcessRun.of(builder, folder);
    }
}
