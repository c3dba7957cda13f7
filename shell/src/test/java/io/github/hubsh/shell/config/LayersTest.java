package io.github.hubsh.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts more. Each row takes the layer away that won the row before. */
final class LayersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, List<Word>> options = new HashMap<>();

    @BeforeEach
    void makeAContext() {
        open().contexts()
                .put(new HubContext("lab", "tcp://lab:1", "labrat", Duration.ofSeconds(4), Map.of(), false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flag environment project context saved config | 1s  | option --timeout
            environment project context saved config      | 2s  | HUBSH_TIMEOUT
            project context saved config                  | 3s  | PROJECT:1
            context saved config                          | 4s  | context lab
            saved config                                  | 5s  | SAVED
            config                                        | 6s  | CONFIG:1
            none                                          | 5s  | default
            """)
    void a_layer_counts_more_than_those_below_it(String layers, String value, String origin) throws IOException {
        for (String layer : layers.split(" ", -1)) {
            add(layer);
        }

        ConfigValue timeout = value("timeout");

        assertThat(timeout.value()).isEqualTo(value);
        assertThat(timeout.origin()).isEqualTo(path(origin));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --hub HUBSH_HUB        | tcp://flag:1     | option --hub
            --context HUBSH_HUB    | tcp://lab:1      | context lab
            --hub --context        | tcp://flag:1     | option --hub
            HUBSH_HUB current      | tcp://variable:1 | HUBSH_HUB
            HUBSH_HUB project      | tcp://variable:1 | HUBSH_HUB
            HUBSH_CONTEXT project  | tcp://lab:1      | context lab
            project current        | tcp://project:1  | PROJECT:1
            current config         | tcp://lab:1      | context lab
            config                 | tcp://config:1   | CONFIG:1
            """)
    void the_hub_of_a_context_counts_as_if_it_was_named_where_the_context_is(String said, String hub, String origin)
            throws IOException {
        for (String where : said.split(" ", -1)) {
            sayHub(where);
        }

        assertThat(value("hub")).isEqualTo(new ConfigValue("hub", hub, path(origin)));
    }

    @Test
    void none_is_no_context_wherever_it_stands() throws IOException {
        add("context");
        environment.put("HUBSH_CONTEXT", "none");

        assertThat(value("hub")).isEqualTo(new ConfigValue("hub", "tcp://localhost:31000", "default"));
        assertThat(open().contexts().current()).isNull();
    }

    @Test
    void aliases_of_all_layers_hold_and_the_higher_one_wins() throws IOException {
        write("project.toml", "[alias]\na = \"ping project\"\nb = \"ping project\"\n");
        write("config.toml", "alias.b = \"ping config\"\nalias.c = \"js f({pin:1})\"\n");
        SessionMemory session = ShellBench.pipe().session.memory();
        session.aliases().define("a", "ping session");

        assertThat(open().values(session))
                .filteredOn(value -> value.key().startsWith("alias."))
                .containsExactly(
                        new ConfigValue("alias.a", "ping session", "alias"),
                        new ConfigValue("alias.b", "ping project", path("PROJECT:3")),
                        new ConfigValue("alias.c", "(not shown: it holds a secret)", path("CONFIG:2")));
    }

    @Test
    void what_the_session_has_set_since_counts_most() {
        SessionMemory session = ShellBench.pipe().session.memory();
        session.preferences().set("timeout", "9s");
        session.preferences().set("json", "on");
        session.preferences().set("check", "off");

        assertThat(open().values(session))
                .contains(
                        new ConfigValue("timeout", "9s", "set"),
                        new ConfigValue("format", "json", "set"),
                        new ConfigValue("check", false, "set"));
    }

    private void add(String layer) throws IOException {
        switch (layer) {
            case "flag" -> options.put("--timeout", List.of(word("1s")));
            case "environment" -> environment.put("HUBSH_TIMEOUT", "2s");
            case "project" -> write("project.toml", "timeout = \"3s\"\n");
            case "context" -> open().contexts().keepCurrent("lab");
            case "saved" -> open().saved().saveSetting(Setting.TIMEOUT, "5s");
            case "config" -> write("config.toml", "timeout = \"6s\"\n");
            default -> assertThat(layer).isEqualTo("none");
        }
    }

    private void sayHub(String where) throws IOException {
        switch (where) {
            case "--hub" -> options.put(where, List.of(word("tcp://flag:1")));
            case "--context" -> options.put(where, List.of(word("lab")));
            case "HUBSH_HUB" -> environment.put(where, "tcp://variable:1");
            case "HUBSH_CONTEXT" -> environment.put(where, "lab");
            case "project" -> write("project.toml", "hub = \"tcp://project:1\"\n");
            case "current" -> open().contexts().keepCurrent("lab");
            case "config" -> write("config.toml", "hub = \"tcp://config:1\"\n");
            default -> throw new IllegalArgumentException(where);
        }
    }

    private static Word word(String text) {
        return new Word(text, text, new int[text.length()], new boolean[text.length()], 0, text.length());
    }

    private ConfigValue value(String key) {
        return open().values(ShellBench.pipe().session.memory()).stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Configuration open() {
        Path project = folder.resolve("project.toml");
        ConfigSources sources = new ConfigSources(
                new Arguments(List.of(), List.of(), options),
                environment,
                Files.exists(project) ? project : null,
                folder.resolve("config.toml"),
                folder.resolve("saved.json"),
                "hubsh-ann-bench",
                warning -> assertThat(warning).isEmpty());
        return LiveConfiguration.open(sources, LayersTest::text);
    }

    private String path(String origin) {
        return origin.replace("PROJECT", folder.resolve("project.toml").toString())
                .replace("CONFIG", folder.resolve("config.toml").toString())
                .replace("SAVED", folder.resolve("saved.json").toString());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
