package io.github.hubsh.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TomlFileTest {
    private static final Path PATH = Path.of("/p/.hubsh.toml");

    private final List<String> warnings = new ArrayList<>();

    @Test
    void every_setting_can_be_said() {
        Layer layer = read("""
                # of the lab
                context = "lab"
                hub = "tcp://lab:31000"
                name = "ann"
                timeout = 2.5
                server-key = "hub.pub"
                key = "ann.key"
                insecure = true
                format = "jsonl"
                quiet = true
                color = "never"
                check = false
                pager = true
                suggestions = false
                hints = false
                hub-name = "roomA"
                join = "nats://a:4222,nats://b:4222"
                cluster = "lab"
                join-creds = "hub.creds"
                join-tls = "tls"

                [alias]
                led = "execute plugin_a do_thing"
                """, false);

        assertThat(layer.settings()).hasSize(Setting.values().length);
        assertThat(layer.settings().get(Setting.TIMEOUT)).isEqualTo(new Layer.Found("2.5", "/p/.hubsh.toml:5"));
        assertThat(layer.aliases().get("led"))
                .isEqualTo(new Layer.Found("execute plugin_a do_thing", "/p/.hubsh.toml:23"));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            hub = "lab"              ¦ 1: expected a URI such as tcp://localhost:31000 for hub
            timeout = "fast"         ¦ 1: expected a time such as "500ms", "5s", "2m" or "1h" for timeout
            timeout = -1             ¦ 1: expected a time such as "500ms", "5s", "2m" or "1h" for timeout
            quiet = "yes"            ¦ 1: expected true or false for quiet
            format = "xml"           ¦ 1: expected one of auto, json, jsonl, raw, table for format
            color = 1                ¦ 1: expected one of auto, always, never for color
            context = "../lab"       ¦ 1: expected the name of a context, or none for context
            name = [1]               ¦ 1: expected a name for name
            hub.x = "tcp://a"        ¦ 1: expected a URI such as tcp://localhost:31000 for hub
            alias = 1                ¦ 1: expected a table for alias
            alias.led = 1            ¦ 1: expected a line in quotes for the alias led
            alias.ping = "status"    ¦ 1: there is a verb 'ping' already
            alias.led = "lamp on"    ¦ 1: expected a line that starts with a verb, found 'lamp'
            """)
    void an_error_is_reported_with_its_line(String text, String message) {
        ShellException wrong = refused(text, false);

        assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
        assertThat(wrong.text()).isEqualTo("/p/.hubsh.toml:" + message);
        assertThat(wrong.remedy()).isNotEmpty();
    }

    @Test
    void a_caret_points_into_the_line_unless_that_holds_a_secret() {
        ShellException wrong = refused("quiet = true\nhub = 'a' 'b'\n", true);
        assertThat(wrong.text()).startsWith("/p/.hubsh.toml:2: Unexpected ");
        assertThat(wrong.place()).isNotNull();
        assertThat(wrong.place().line()).isEqualTo("hub = 'a' 'b'");

        assertThat(refused("token = 'abc' 'b'\n", true).place()).isNull();
        assertThat(refused("hub = 'tcp://ann:abc@host' 'b'\n", true).place()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!rm -rf ~",
                " ! rm",
                "plugins | !sh -c x",
                "plugins |!x",
                "watch 2s 'plugins | !x'",
                "watch 2s 'plugins > x'",
                "watch 2s js 1",
                "record x.jsonl",
                "plugins > ~/.profile",
                "plugins >> x",
                "js 1",
                "run x.js",
                "2 run x.js",
                "x p c a=${1}"
            })
    void an_alias_of_a_project_reaches_no_further_than_the_network(String line) {
        ShellException wrong = refused("alias.go = '''" + line + "'''", true);

        assertThat(wrong.text())
                .startsWith("/p/.hubsh.toml:1: ")
                .containsAnyOf("which a project's file may not", "verb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x plugin_a run", "x test save", "plugins | where '.name > \"a\"' | count", "x p c a='b|c'"})
    void an_alias_of_a_project_may_use_the_network_and_the_filters(String line) {
        assertThat(read("alias.go = \"\"\"" + line.replace("\"", "\\\"") + "\"\"\"", true)
                        .aliases())
                .hasSize(1);
    }

    @Test
    void an_alias_of_the_user_may_do_what_a_line_may() {
        assertThat(read("alias.go = 'plugins | !sort > x'", false).aliases()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "exec", "hooks", "server-key", "curve", "join-creds", "join-tls", "api_key", "password"})
    void a_project_neither_runs_anything_nor_chooses_keys(String key) {
        assertThat(refused(key + " = \"x\"", true).text())
                .startsWith("/p/.hubsh.toml:1: a project's file may not ")
                .endsWith(key);
    }

    @Test
    void what_is_not_known_is_a_warning() {
        read("timout = 1\n[aliass]\n[future]\nx = 1\n[x]\nreadonly = true\n", true);
        read("readonly = true\n", true);

        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "/p/.hubsh.toml:1: there is no setting 'timout'; did you mean 'timeout'?",
                        "/p/.hubsh.toml:2: there is no setting 'aliass'; did you mean 'alias'?",
                        "/p/.hubsh.toml:3: there is no setting 'future'; help settings shows what there is",
                        "/p/.hubsh.toml:5: there is no setting 'x'; help settings shows what there is",
                        "/p/.hubsh.toml:1: there is no setting 'readonly'; it belongs to a context:"
                                + " context add NAME --readonly");
    }

    @Test
    void a_file_that_is_nested_without_end_is_refused() {
        assertThat(refused("x = " + "[".repeat(100_000), true).problem()).isEqualTo(Problem.BAD_FILE);
    }

    private Layer read(String text, boolean foreign) {
        return TomlFile.read(PATH, text, foreign, warnings::add);
    }

    private ShellException refused(String text, boolean foreign) {
        ShellException wrong = catchThrowableOfType(ShellException.class, () -> read(text, foreign));
        assertThat(wrong).as(text).isNotNull();
        return wrong;
    }
}
