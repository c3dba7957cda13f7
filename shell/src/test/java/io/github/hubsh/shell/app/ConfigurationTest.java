package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and its files: everything but the hub is real. */
final class ConfigurationTest implements Wiring {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path directory = Path.of("");
    private @Nullable SessionSettings settings;
    private @Nullable FakeSession session;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void makeFolders() throws IOException {
        directory = java.nio.file.Files.createDirectories(folder.resolve("project/deep/down"));
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    }

    @Override
    public Session session(SessionSettings given, FileAccess files, Display display) {
        settings = given;
        session = new FakeSession(given, files, display);
        return session;
    }

    @Override
    public String usualName() {
        return "hubsh-ann-bench";
    }

    @Override
    public Prompt prompt(PromptSettings given) {
        throw new IllegalStateException("no terminal");
    }

    @Test
    void config_shows_every_setting_and_its_origin() throws IOException {
        String project = write("project/.hubsh.toml", "\ntimeout = \"3s\"\nalias.led = \"x plugin_a do_thing\"\n");
        String own = write("config/hubsh/config.toml", "quiet = true\n");
        hubsh("context", "add", "lab", "tcp://lab:1", "--readonly");
        environment.put("HUBSH_CONTEXT", "lab");

        assertThat(hubsh("--name", "me", "config", "--table"))
                .isEqualTo(new Run(0, """
                        key          value                origin
                        context      lab                  HUBSH_CONTEXT
                        hub          tcp://lab:1          context lab
                        name         me                   option --name
                        timeout      3s                   %s:2
                        server-key                        default
                        key                               default
                        insecure     false                default
                        format       auto                 default
                        quiet        true                 %s:1
                        color        auto                 default
                        check        true                 default
                        pager        true                 default
                        suggestions  true                 default
                        hints        true                 default
                        hub-name                          default
                        join                              default
                        cluster      hubsh                default
                        join-creds                        default
                        join-tls                          default
                        readonly     true                 context lab
                        confirm      false                context lab
                        alias.led    x plugin_a do_thing  %s:3
                        """.formatted(project, own, project), ""));
        assertThat(hubsh("config", "timeout").out()).isEqualTo("3s\n");
        assertThat(hubsh("--json", "config", "check").out()).isEqualTo("true\n");
        assertThat(hubsh("config", "--json").out()).startsWith("[{\"key\":\"context\",\"value\":\"lab\",\"origin\":");
        assertThat(hubsh("config", "tiemout")).extracting(Run::status, Run::out).containsExactly(2, "");
    }

    @Test
    void config_shows_where_it_looks() throws IOException {
        String project = write("project/.hubsh.toml", "");

        assertThat(hubsh("config", "--files", "--table").out()).isEqualTo("""
                        file%s  found
                        %s  true
                        %s  false
                        %s  false
                        """.formatted(
                        " ".repeat(Math.max(0, longest() - 4)),
                        padded(project),
                        padded(folder.resolve("config/hubsh/saved.json").toString()),
                        padded(folder.resolve("config/hubsh/config.toml").toString())));
    }

    @Test
    void a_session_gets_what_is_configured() throws IOException {
        write("project/.hubsh.toml", "hub = \"tcp://project:1\"\nname = \"ann\"\ntimeout = 2\n");

        assertThat(hubsh("x", "plugin_a", "do_thing", "x=1").out()).isEqualTo("{\"x\":1}\n");

        assertThat(settings)
                .isEqualTo(new SessionSettings(
                        "tcp://project:1", "ann", Duration.ofSeconds(2), Duration.ZERO, List.of(), false));
        write("project/.hubsh.toml", "format = \"json\"\n");
        assertThat(hubsh("x", "plugin_a", "nothing").out()).isEqualTo("null\n");
        assertThat(hubsh("x", "plugin_a", "text", "--raw").out()).doesNotStartWith("\"");
        assertThat(hubsh("-c", "set json=off", "-c", "x plugin_a nothing").err())
                .contains("ok (no data)");
        assertThat(hubsh("x", "plugin_a", "sleep").err()).startsWith("{\"error\":");
    }

    @Test
    void aliases_of_files_are_verbs_everywhere_and_can_be_forgotten_for_a_session() throws IOException {
        write("project/.hubsh.toml", "[alias]\nled = \"x plugin_a do_thing\"\n");

        assertThat(hubsh("led", "x=1")).isEqualTo(new Run(0, "{\"x\":1}\n", ""));
        assertThat(hubsh("--quiet", "led", "x=1")).isEqualTo(new Run(0, "{\"x\":1}\n", ""));
        assertThat(hubsh("-c", "led x=2 | jq .x").out()).isEqualTo("2\n");
        assertThat(hubsh("-c", "alias").out()).isEqualTo("[{\"alias\":\"led\",\"line\":\"x plugin_a do_thing\"}]\n");
        assertThat(hubsh("-c", "alias led=", "-c", "led x=1").status()).isEqualTo(2);
    }

    @Test
    void contexts_are_added_listed_shown_changed_and_forgotten() {
        assertThat(hubsh(
                        "context",
                        "add",
                        "lab",
                        "tcp://lab:1",
                        "--timeout",
                        "1500ms",
                        "--readonly",
                        "--alias",
                        "led=x plugin_a do_thing"))
                .isEqualTo(new Run(0, "", "context lab: tcp://lab:1, read-only\n"));
        assertThat(hubsh("context", "add", "home", "tcp://home:1", "--confirm", "--name", "ann")
                        .status())
                .isZero();
        assertThat(hubsh("context", "use", "lab").err()).isEqualTo("using lab: tcp://lab:1\n");
        assertThat(hubsh("context", "ls", "--table").out()).isEqualTo("""
                        name  uri           timeout  own_name  readonly  confirm  in_use
                        lab   tcp://lab:1   1500ms             true      false    true
                        home  tcp://home:1           ann       false     true     false
                        """);
        assertThat(hubsh("context", "show").out())
                .isEqualTo(
                        "{\"name\":\"lab\",\"uri\":\"tcp://lab:1\",\"timeout\":\"1500ms\",\"own_name\":null,"
                                + "\"readonly\":true,\"confirm\":false,\"server_key\":null,\"key\":null,\"aliases\":{\"led\":\"x plugin_a do_thing\"}}\n");
        assertThat(hubsh("context", "add", "lab", "--no-readonly").err()).isEqualTo("context lab: tcp://lab:1\n");
        assertThat(hubsh("led", "x=1").out()).isEqualTo("{\"x\":1}\n");
        assertThat(settings == null ? null : settings.hub()).isEqualTo("tcp://lab:1");
        assertThat(hubsh("context", "rm", "lab").err()).isEqualTo("context lab is forgotten\n");
        assertThat(hubsh("config", "hub").out()).isEqualTo("tcp://localhost:31000\n");
    }

    @Test
    void a_dash_goes_back_and_forth() {
        hubsh("context", "add", "lab", "tcp://lab:1");
        hubsh("context", "add", "home", "tcp://home:1");
        assertThat(hubsh("context", "-"))
                .isEqualTo(new Run(2, "", "error: no other context was in use before\n  context ls shows them\n"));
        hubsh("context", "use", "lab");
        hubsh("context", "use", "home");

        assertThat(hubsh("context", "-").err()).isEqualTo("using lab: tcp://lab:1\n");
        assertThat(hubsh("context", "-").err()).isEqualTo("using home: tcp://home:1\n");
        assertThat(hubsh("context", "use", "none").err()).isEqualTo("no context is in use\n");
        assertThat(hubsh("config", "hub").out()).isEqualTo("tcp://localhost:31000\n");
        assertThat(hubsh("context", "-").err()).isEqualTo("using home: tcp://home:1\n");
    }

    @Test
    void a_line_continues_with_the_context_that_it_has_chosen() {
        hubsh("context", "add", "lab", "tcp://lab:1", "--alias", "led=x plugin_a do_thing");

        assertThat(hubsh("-c", "use plugin_a; context use lab; use --json; status | jq .hub", "-c", "led x=1")
                        .out())
                .isEqualTo("null\ntcp://lab:1\n{\"x\":1}\n");
        assertThat(hubsh("-c", "connect tcp://else:1; status | jq .hub; config context")
                        .out())
                .isEqualTo("tcp://else:1\nnone\n");
        assertThat(hubsh("-c", "context use none; connect lab; status | jq .hub", "-c", "config context")
                        .out())
                .isEqualTo("tcp://lab:1\nlab\n");
        assertThat(hubsh("config", "context", "--json").out()).isEqualTo("\"none\"\n");
    }

    @Test
    void the_user_of_a_context_hears_of_a_variable_that_leads_elsewhere() {
        hubsh("context", "add", "lab", "tcp://lab:1");
        environment.put("HUBSH_HUB", "tcp://else:1");

        assertThat(hubsh("context", "use", "lab").err()).isEqualTo("""
                        using lab: tcp://lab:1
                        warning: later runs still use another hub, because of HUBSH_HUB
                        """);
    }

    @Test
    void a_missing_context_is_reported_before_anything_runs() {
        hubsh("context", "add", "lab", "tcp://lab:1");

        assertThat(hubsh("--context", "lba", "status"))
                .isEqualTo(
                        new Run(2, "", "error: there is no context 'lba' (option --context)\n  did you mean 'lab'?\n"));
        environment.put("HUBSH_CONTEXT", "new");
        assertThat(hubsh("status").status()).isEqualTo(2);
        assertThat(hubsh("config", "context").out()).isEqualTo("new\n");
        assertThat(hubsh("context", "add", "new", "tcp://new:1").status()).isZero();
        assertThat(hubsh("status").status()).isZero();
        assertThat(hubsh("context", "rm", "nwe").err()).isEqualTo("""
                        error: there is no context 'nwe'
                          context rm nwe
                                     ^
                          did you mean 'new'?
                        """);
    }

    @Test
    void mistakes_of_context_point_at_the_word() {
        assertThat(hubsh("context", "add").err()).contains("expected NAME").contains("^");
        assertThat(hubsh("context", "add", "lab").err())
                .contains("expected URI")
                .contains("^");
        assertThat(hubsh("context", "add", "../x", "tcp://a:1").err()).contains("no context can be called '../x'");
        assertThat(hubsh("context", "add", "none", "tcp://a:1").err()).contains("no context can be called 'none'");
        assertThat(hubsh("context", "add", "lab", "a:1").err()).contains("expected a URI such as");
        assertThat(hubsh("context", "dd", "lab").err()).contains("expected ls, add, use, rm, show or -, found 'dd'");
        assertThat(hubsh("context", "ls", "lab").err()).contains("expected no further word");
        assertThat(hubsh("context", "use", "lab", "--readonly").err()).contains("--readonly is for context add");
        assertThat(hubsh("context", "add", "lab", "tcp://a:1", "--confirm", "--no-confirm")
                        .status())
                .isEqualTo(2);
        assertThat(hubsh("context", "add", "lab", "tcp://a:1", "--alias", "ping=status")
                        .err())
                .contains("there is a verb 'ping' already");
        assertThat(hubsh("context", "ls", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void what_is_read_only_sends_nothing_but_questions() {
        hubsh("context", "add", "lab", "tcp://lab:1", "--readonly");

        assertThat(hubsh("--context", "lab", "x", "plugin_a", "do_thing")).isEqualTo(new Run(2, "", """
                        error: plugin_a do_thing: the context lab is read-only; nothing is sent
                          context add lab --no-readonly lifts that
                        """));
        for (String line : List.of("until plugin_a do_thing", "bench plugin_a do_thing --yes")) {
            assertThat(hubsh("--context", "lab", "-c", line).status()).isEqualTo(2);
        }
        for (String line : List.of("ping hub", "plugins", "describe plugin_a", "x plugin_a do_thing --dry-run")) {
            assertThat(hubsh("--context", "lab", "-c", line).status()).as(line).isZero();
        }
        assertThat(hubsh("--context", "lab", "--hub", "tcp://else:1", "x", "plugin_a", "do_thing")
                        .status())
                .isZero();
    }

    @Test
    void a_request_that_needs_a_confirmation_is_refused_where_no_user_can_answer() {
        hubsh("context", "add", "lab", "tcp://lab:1", "--confirm");
        environment.put("HUBSH_CONTEXT", "lab");

        assertThat(hubsh("x", "plugin_a", "do_thing")).isEqualTo(new Run(2, "", """
                        error: plugin_a do_thing: the context lab asks before requests, and there is no terminal to ask at
                          --yes sends without asking
                        """));
        assertThat(hubsh("x", "plugin_a", "do_thing", "--yes").status()).isZero();
        assertThat(hubsh("--yes", "-c", "x plugin_a do_thing").status()).isZero();
    }

    @Test
    void set_lists_every_setting_with_its_value() {
        assertThat(hubsh("-c", "set hints=off timeout=9s raw=on; set --jsonl").out())
                .isEqualTo("[{\"setting\":\"timeout\",\"value\":\"9s\"},{\"setting\":\"json\",\"value\":\"off\"},"
                        + "{\"setting\":\"raw\",\"value\":\"on\"},{\"setting\":\"table\",\"value\":\"off\"},"
                        + "{\"setting\":\"quiet\",\"value\":\"off\"},{\"setting\":\"check\",\"value\":\"on\"},"
                        + "{\"setting\":\"pager\",\"value\":\"on\"},{\"setting\":\"suggestions\",\"value\":\"on\"},"
                        + "{\"setting\":\"hints\",\"value\":\"off\"}]\n");
    }

    @Test
    void what_is_saved_lasts() {
        assertThat(hubsh("alias", "--save", "led=x plugin_a do_thing").status()).isZero();
        assertThat(hubsh("set", "--save", "timeout=9s", "check=off", "json=on").status())
                .isZero();

        assertThat(hubsh("led", "x=1").out()).isEqualTo("{\"x\":1}\n");
        assertThat(settings == null ? null : settings.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(session == null || session.memory().preferences().isChecking())
                .isFalse();
        assertThat(hubsh("config", "format").out()).isEqualTo("\"json\"\n");
        assertThat(hubsh("context", "add", "lab", "tcp://lab:1", "--alias", "lamp=led x=2")
                        .status())
                .isZero();
        assertThat(hubsh("--context", "lab", "lamp").out()).isEqualTo("{\"x\":2}\n");
        hubsh("alias", "--save", "led=");
        hubsh("set", "--save", "json=off");
        assertThat(hubsh("led", "x=1").status()).isEqualTo(2);
        assertThat(hubsh("config", "format").out()).isEqualTo("auto\n");
    }

    @Test
    void without_a_home_nothing_is_kept_and_that_is_said() {
        environment.clear();

        assertThat(hubsh("context", "add", "lab", "tcp://lab:1"))
                .isEqualTo(new Run(2, "", "error: there is no folder to keep it in\n  set HOME\n"));
        assertThat(hubsh("context", "ls").status()).isZero();
    }

    @Test
    void a_broken_file_is_an_error_with_its_place_for_every_request() throws IOException {
        String project = write("project/.hubsh.toml", "quiet = true\nhub = 'a\n");
        assertThat(hubsh("ping", "hub")).extracting(Run::status, Run::out).containsExactly(2, "");
        assertThat(hubsh("ping", "hub").err())
                .startsWith("error: " + project + ":2: ")
                .contains("  hub = 'a\n");
        assertThat(hubsh("--json", "ping", "hub").err())
                .startsWith("{\"error\":{\"kind\":\"bad_file\",\"message\":\"" + project + ":2: ");
        assertThat(hubsh("--version").status()).isZero();

        write("project/.hubsh.toml", "");
        String saved = write("config/hubsh/saved.json", "{");
        assertThat(hubsh("ping", "hub").err()).startsWith("error: cannot read " + saved + ": ");
        assertThat(hubsh("context", "add", "lab", "tcp://lab:1").status()).isEqualTo(2);
        assertThat(folder.resolve("config/hubsh/saved.json")).hasContent("{");
    }

    @Test
    void a_file_that_is_no_text_or_too_long_is_reported() throws IOException {
        Path file = Path.of(write("project/.hubsh.toml", ""));
        java.nio.file.Files.write(file, new byte[] {(byte) 0xff, 'x'});
        assertThat(hubsh("ping", "hub"))
                .isEqualTo(
                        new Run(2, "", "error: " + file + " is not UTF-8 text\n  check the file's path and content\n"));

        write("project/.hubsh.toml", "#".repeat(300_000));
        assertThat(hubsh("ping", "hub").err()).startsWith("error: " + file + " is not a file of at most 256 KB\n");
    }

    @Test
    void what_is_not_known_is_warned_of_and_passed_over() throws IOException {
        String project = write("project/.hubsh.toml", "timout = 1\n");

        assertThat(hubsh("x", "plugin_a", "do_thing", "x=1"))
                .isEqualTo(new Run(
                        0,
                        "{\"x\":1}\n",
                        "warning: " + project + ":1: there is no setting 'timout'; did you mean 'timeout'?\n"));
    }

    private Run hubsh(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
        ProcessEnvironment process = new ProcessEnvironment(in, out, err, environment, directory, false, false, false);
        int status = new Program(process, this, "1.2.3").run(List.of(arguments));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        java.nio.file.Files.createDirectories(path.getParent());
        return java.nio.file.Files.writeString(path, text).toString();
    }

    private int longest() {
        return folder.resolve("config/hubsh/config.toml").toString().length();
    }

    private String padded(String text) {
        return text + " ".repeat(longest() - text.length());
    }
}
