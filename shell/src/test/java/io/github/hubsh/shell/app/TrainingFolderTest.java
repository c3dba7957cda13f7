package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training run finds on disk and in its variables. */
final class TrainingFolderTest {
    private static final String HUB = "tcp://127.0.0.1:31000";

    @TempDir
    private Path home;

    @Test
    void no_setting_of_the_user_reaches_the_program() throws IOException {
        Map<String, String> environment = filled(
                Map.of(
                        "HUBSH_HUB",
                        "tcp://mine:1",
                        "HUBSH_TIMEOUT",
                        "1s",
                        "HUBSH_PAGER",
                        "off",
                        "HUBSH_FUTURE",
                        "x",
                        "PATH",
                        "/bin"),
                25);
        assertThat(environment).containsEntry("HUBSH_HUB", HUB).containsEntry("PATH", "/bin");
        assertThat(environment.keySet().stream().filter(name -> name.startsWith("HUBSH_")))
                .containsExactlyInAnyOrder("HUBSH_HUB", "HUBSH_TIMEOUT");
        assertThat(environment).containsEntry("HUBSH_TIMEOUT", "60s");
    }

    @Test
    void all_that_the_program_keeps_goes_to_the_folder() throws IOException {
        Map<String, String> environment = filled(Map.of("XDG_CACHE_HOME", "/mine", "XDG_RUNTIME_DIR", "/mine"), 25);
        String folder = training().toString();
        assertThat(environment)
                .containsEntry("XDG_CACHE_HOME", folder)
                .containsEntry("XDG_CONFIG_HOME", folder)
                .containsEntry("XDG_DATA_HOME", folder)
                .containsEntry("XDG_STATE_HOME", folder)
                .containsEntry("XDG_RUNTIME_DIR", folder);
    }

    @Test
    void there_is_knowledge_of_the_hub_and_a_script_and_a_test() throws IOException {
        filled(Map.of(), 25);
        assertThat(training().resolve("hubsh/knowledge/tcp___localhost_31000.json"))
                .content()
                .contains("do_thing");
        assertThat(training().resolve("run.mjs")).content().contains("connect()");
        assertThat(training().resolve("test.mjs")).content().contains("test('");
    }

    @Test
    void a_second_run_finds_the_folder_of_the_first() throws IOException {
        filled(Map.of(), 25);
        assertThat(filled(Map.of(), 25)).containsEntry("HUBSH_HUB", HUB);
    }

    @Test
    void java_17_always_reads_a_settings_file() throws IOException {
        filled(Map.of("HOME", home.toString()), 17);
        assertThat(settings()).hasContent("timeout = \"5s\"");
    }

    @Test
    void a_newer_java_reads_a_settings_file_only_for_a_user_who_has_one() throws IOException {
        filled(Map.of("HOME", home.toString()), 24);
        assertThat(settings()).doesNotExist();
        Files.createDirectories(home.resolve(".config/hubsh"));
        Files.writeString(home.resolve(".config/hubsh/config.toml"), "");
        filled(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", "/elsewhere"), 24);
        assertThat(settings()).doesNotExist();
        filled(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", ""), 24);
        assertThat(settings()).hasContent("timeout = \"5s\"");
    }

    private Path training() {
        return home.resolve("a training");
    }

    private Path settings() {
        return training().resolve("hubsh/config.toml");
    }

    private Map<String, String> filled(Map<String, String> environment, int javaVersion) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        new TrainingFolder(Files.createDirectories(training())).fill(HUB, variables, javaVersion);
        return variables;
    }
}
