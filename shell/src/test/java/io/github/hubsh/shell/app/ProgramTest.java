package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.terminal.PromptSettings;
import io.github.hubsh.shell.verb.VerbTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest implements Wiring {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> prompted = new ArrayList<>();
    private String stdin = "";
    private Charset encoding = StandardCharsets.UTF_8;
    private boolean terminalIn;
    private @Nullable SessionSettings settings;
    private @Nullable FakeSession session;

    private record Run(int status, String out, String err) {}

    private Run hubsh(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(process(out, err), this, "1.2.3").run(List.of(arguments));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private ProcessEnvironment process(OutputStream out, OutputStream err) {
        ByteArrayInputStream in = new ByteArrayInputStream(stdin.getBytes(encoding));
        return new ProcessEnvironment(in, out, err, environment, directory, terminalIn, false, terminalIn);
    }

    @Override
    public Session session(SessionSettings given, FileAccess files, Display display) {
        settings = given;
        session = new FakeSession(given, files, display);
        return session;
    }

    @Override
    public Prompt prompt(PromptSettings settings) {
        return interpreter -> {
            prompted.add("prompt");
            return 0;
        };
    }

    @Test
    void an_example_gives_the_same_every_way() throws IOException {
        writeScripts();
        environment.put("XDG_CONFIG_HOME", directory.toString());
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            for (String example : syntax.examples()) {
                if (example.startsWith("demo") || example.startsWith("replay")) {
                    // Against the plugins of the demo, another test does it.
                    continue;
                }
                boolean measures = List.of("bench", "watch", "top", "test").contains(words(example)[0]);
                Run subcommand = steady(hubsh(words(example)), measures);
                assertThat(subcommand.status()).as(example).isIn(0, 3);
                assertThat(steady(hubsh("-c", example), measures)).as(example).isEqualTo(subcommand);
                assertThat(steady(file(example), measures)).as(example).isEqualTo(subcommand);
                stdin = example + "\n";
                assertThat(steady(withoutPlace(hubsh()), measures)).as(example).isEqualTo(subcommand);
            }
        }
    }

    @Test
    void an_example_with_operators_gives_the_same_at_c_in_a_file_and_on_stdin() throws IOException {
        for (String topic : List.of("filters", "variables")) {
            List<String> page = hubsh("help", topic).out().lines().toList();
            for (String line : page.subList(page.indexOf("Examples:") + 1, page.lastIndexOf(""))) {
                String example = line.strip();
                Run once = hubsh("-c", example);
                assertThat(once.status()).as(example).isIn(0, 3);
                assertThat(file(example)).as(example).isEqualTo(once);
                stdin = example + "\n";
                assertThat(withoutPlace(hubsh())).as(example).isEqualTo(once);
            }
        }
    }

    @Test
    void jobs_are_waited_for_at_the_end() {
        assertThat(hubsh("-c", "r = x plugin_a do_thing x=1 &", "-c", "fg 1; x plugin_a sleep &; $r.x"))
                .extracting(Run::status, Run::out)
                .containsExactly(5, "1\n");
    }

    /** Takes the numbers out of what is measured. */
    private static Run steady(Run run, boolean measured) {
        return measured ? new Run(run.status(), run.out().replaceAll("[0-9.]+", "0"), run.err()) : run;
    }

    private Run file(String line) throws IOException {
        java.nio.file.Files.writeString(directory.resolve("lines.hubsh"), line + "\n");
        return withoutPlace(hubsh("-f", "lines.hubsh"));
    }

    private static Run withoutPlace(Run run) {
        String place = "(?m)^  in (lines.hubsh|stdin):1\n|,\"file\":\"(lines.hubsh|stdin)\",\"line\":1(?=}})";
        return new Run(run.status(), run.out(), run.err().replaceAll(place, ""));
    }

    /** What the examples run. */
    private void writeScripts() throws IOException {
        FakeRecording recording = new FakeRecording().exchange("pump", "stop", Map.of(), Map.of("state", "idle"));
        write("run.jsonl", recording.text());
        write("smoke.jsonl", FakeRecording.smoke().text());
        write("smoke.js", "import { hub, args } from 'hubsh'; export default [hub.plugins().length, ...args];");
        write("setup.hubsh", "execute plugin_a do_thing x=1\nplugins\n");
        write("smoke.test.js", "import { test } from 'hubsh'; test('liquid', ({ hub }) => hub.ping('plugin_a'));");
        write("session.jsonl", FakeRecording.session().text());
        write("fake-dropbot.js", "export function find_liquid() { return ['electrode043']; }");
    }

    private void write(String name, String text) throws IOException {
        java.nio.file.Files.writeString(directory.resolve(name), text);
    }

    /** Cuts an example as the operating system's shell does. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(word.replace("'", ""));
        }
        return words.toArray(new String[0]);
    }

    @Test
    void the_options_before_the_verb_settle_the_session() {
        environment.put("HUBSH_HUB", "tcp://lab:1");

        hubsh("status");
        assertThat(settings).isEqualTo(SessionSettings.ofHub("tcp://lab:1"));

        hubsh(
                "--hub",
                "tcp://h:2",
                "--name=me",
                "--timeout",
                "2m",
                "--wait",
                "30s",
                "--wait-for",
                "a",
                "--wait-for",
                "b",
                "status");
        assertThat(settings)
                .isEqualTo(new SessionSettings(
                        "tcp://h:2", "me", Duration.ofMinutes(2), Duration.ofSeconds(30), List.of("a", "b"), false));
    }

    @Test
    void arguments_need_no_quotes_but_the_operating_systems() {
        assertThat(hubsh(
                        "--json",
                        "execute",
                        "plugin_a",
                        "do_thing",
                        "Voltage (V)=100",
                        "r:=[\"e1\", \"e2\"]",
                        "s=a;b # $c"))
                .isEqualTo(new Run(0, "{\"Voltage (V)\":100,\"r\":[\"e1\",\"e2\"],\"s\":\"a;b # $c\"}\n", ""));
    }

    @Test
    void an_error_in_the_arguments_points_into_them() {
        assertThat(hubsh("execute", "plugin_a", "do_thing", "my key=1", "r:=[1,]"))
                .isEqualTo(new Run(2, "", """
                        error: expected a JSON value, found ']'
                          execute plugin_a do_thing 'my key'=1 r:='[1,]'
                                                                      ^
                          help items shows how arguments are written
                        """));
        assertThat(hubsh("--json", "--nonsense").err())
                .isEqualTo(
                        "{\"error\":{\"kind\":\"usage\",\"message\":\"there is no option --nonsense for hubsh\"}}\n");
        assertThat(hubsh("-c", "status", "status").status()).isEqualTo(2);
    }

    @Test
    void a_jq_expression_before_the_verb_filters_every_statement_without_one() {
        assertThat(hubsh("--jq", ".x", "execute", "plugin_a", "do_thing", "x=1"))
                .isEqualTo(new Run(0, "1\n", ""));
        assertThat(hubsh("--jq", ".x", "-c", "x plugin_a do_thing x=1 | select x; x plugin_a do_thing y=2 --jq .y")
                        .out())
                .isEqualTo("1\n2\n");
        assertThat(hubsh("--jq", ".x |", "status").err()).isEqualTo("""
                        error: expected more of the jq expression, found the end
                          --jq '.x |' status
                                     ^
                          help filters shows examples
                        """);
        assertThat(session == null ? null : session.hub().joined()).isNull();
    }

    @Test
    void lines_run_in_order_and_stop_at_the_first_error() {
        assertThat(hubsh("-c", "x plugin_a do_thing x=1", "-c", "x plugin_a sleep", "-c", "x plugin_a text"))
                .extracting(Run::status, Run::out)
                .containsExactly(5, "{\"x\":1}\n");
        assertThat(hubsh("--keep-going", "-c", "x plugin_a sleep; x plugin_a nothing --json", "-c", "nonsense"))
                .extracting(Run::status, Run::out)
                .containsExactly(5, "null\n");
    }

    @Test
    void a_statement_continues_over_lines_of_a_file_and_its_errors_say_where() throws IOException {
        java.nio.file.Files.writeString(directory.resolve("setup.hubsh"), """
                #!/usr/bin/env -S hubsh -f
                # a comment

                x plugin_a do_thing p:={"a":
                  [1, 2]} \\
                  q=2
                x plugin_a do_thing wrong
                status
                """);

        assertThat(hubsh("-f", "setup.hubsh")).isEqualTo(new Run(2, "{\"p\":{\"a\":[1,2]},\"q\":2}\n", """
                        error: expected an item such as name=value, found 'wrong'
                          x plugin_a do_thing wrong
                                              ^
                          help items shows how arguments are written
                          in setup.hubsh:7
                        """));
        assertThat(hubsh("-f", "missing.hubsh"))
                .isEqualTo(
                        new Run(2, "", "error: there is no file missing.hubsh\n  check the file's path and content\n"));
    }

    @Test
    void an_error_in_a_file_says_where_in_json_and_to_the_runner_of_a_workflow_too() throws IOException {
        java.nio.file.Files.writeString(directory.resolve("a.hubsh"), "ping hub\n\nx plugin_a fail\nping hub\n");
        java.nio.file.Files.writeString(directory.resolve("b.hubsh"), "ping hub\n\n\nx plugin_a '\n");
        stdin = "ping hub\nx plugin_a fail\n";
        String file = "\"file\":\"a.hubsh\",\"line\":3}}\n";

        assertThat(hubsh("--json", "-f", "a.hubsh").err()).endsWith(file);
        assertThat(hubsh("--json", "demo", "-f", "a.hubsh").err()).endsWith(file);
        assertThat(hubsh("--json", "run", "a.hubsh").err()).endsWith(file);
        assertThat(hubsh("--json").err()).endsWith("\"file\":\"stdin\",\"line\":2}}\n");
        assertThat(hubsh("run", "a.hubsh").err()).endsWith("\n  in a.hubsh:3\n");
        assertThat(hubsh("run", "b.hubsh")).satisfies(run -> {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("expected a closing '").endsWith("\n  in b.hubsh:4\n");
        });
        environment.put("GITHUB_ACTIONS", "true");
        assertThat(hubsh("run", "b.hubsh").err())
                .endsWith("\n::error file=b.hubsh,line=4::expected a closing ' for this quote\n");
        assertThat(hubsh("-f", "a.hubsh").err()).contains("\n::error file=a.hubsh,line=3::");
        assertThat(hubsh("--json", "-f", "a.hubsh").err()).endsWith(file);
        assertThat(hubsh("-c", "x plugin_a fail").err()).doesNotContain("::error");
    }

    @Test
    void echo_shows_each_line_before_it_runs() throws IOException {
        java.nio.file.Files.writeString(
                directory.resolve("a.hubsh"),
                "x plugin_a do_thing n=1\n\nx plugin_a do_thing password=x\nexit 7\nping hub");
        String echoed = "> x plugin_a do_thing n=1\n> x …\n> exit 7\n";

        for (String[] way : new String[][] {
            {"--echo", "-f", "a.hubsh"}, {"demo", "--echo", "-f", "a.hubsh"}, {"run", "--echo", "a.hubsh"}
        }) {
            Run run = hubsh(way);
            assertThat(run.err()).isEqualTo(echoed);
            assertThat(run.status()).isEqualTo(7);
        }
        assertThat(hubsh("--echo", "-c", "ping hub").err()).startsWith("> ping hub\n");
    }

    @Test
    void stdin_is_read_as_lines_and_exit_ends_them() {
        stdin = "x plugin_a do_thing x=1\nexit\nx plugin_a text\n";
        assertThat(hubsh()).isEqualTo(new Run(0, "{\"x\":1}\n", ""));

        stdin = "x plugin_a do_thing s='open\n";
        assertThat(hubsh().err()).startsWith("error: expected a closing ' for this quote\n");
    }

    @Test
    void stdin_that_is_not_utf_8_sends_nothing() {
        encoding = StandardCharsets.ISO_8859_1;
        stdin = "x plugin_a do_thing s=\u00b5\n";

        assertThat(hubsh())
                .isEqualTo(new Run(2, "", "error: stdin is not UTF-8 text\n  check the file's path and content\n"));
    }

    @Test
    void a_dash_reads_the_arguments_from_stdin() {
        stdin = "{\"x\": 1, \"y\": 2}";

        assertThat(hubsh("execute", "plugin_a", "do_thing", "-", "y=3").out()).isEqualTo("{\"x\":1,\"y\":3}\n");
    }

    @Test
    void the_prompt_opens_only_at_a_terminal_without_a_verb() {
        terminalIn = true;

        hubsh("status");
        hubsh("demo", "-c", "status");
        assertThat(prompted).isEmpty();
        hubsh();
        hubsh("demo");
        assertThat(prompted).hasSize(2);
    }

    @Test
    void demo_takes_lines_as_the_program_does() {
        assertThat(hubsh("demo", "-c", "execute plugin_a do_thing x=1")).isEqualTo(new Run(0, "{\"x\":1}\n", ""));
        assertThat(session == null ? List.of() : session.calls).containsExactly("demo", "close");

        stdin = "x plugin_a do_thing y=2\n";
        assertThat(hubsh("demo"))
                .isEqualTo(new Run(0, "{\"y\":2}\n", "hub 'demo' listens at tcp://127.0.0.1:31000; Ctrl-C stops it\n"));
    }

    @Test
    void demo_without_lines_and_without_a_terminal_serves_until_it_is_stopped() {
        Run served = hubsh("demo", "tcp://127.0.0.1:7");

        assertThat(served.status()).isEqualTo(130);
        assertThat(served.err())
                .startsWith("hub 'demo' listens at tcp://127.0.0.1:7; Ctrl-C stops it\n")
                .contains("the demo is stopped");
        assertThat(session == null ? List.of() : session.calls)
                .containsExactly("demo tcp://127.0.0.1:7", "serve the demo", "close");
    }

    @Test
    void exit_gives_the_exit_code_before_what_has_failed() {
        assertThat(hubsh("exit", "3").status()).isEqualTo(3);
        assertThat(hubsh("-c", "exit 3; ping plugin_a").status()).isEqualTo(3);
        assertThat(hubsh("--keep-going", "-c", "nope", "-c", "exit 0").status()).isZero();
        assertThat(hubsh("--keep-going", "-c", "nope", "-c", "exit").status()).isEqualTo(2);
        assertThat(hubsh("--jq", ".", "-c", "exit 4").status()).isEqualTo(4);
        assertThat(hubsh("exit", "256").err()).contains("expected an exit code from 0 to 255");
        stdin = "exit 5\nping plugin_a\n";
        assertThat(hubsh().status()).isEqualTo(5);
    }

    @Test
    void help_and_version_need_no_hub() {
        assertThat(hubsh("--version")).isEqualTo(new Run(0, "hubsh 1.2.3\n", ""));
        assertThat(hubsh("--help").out()).contains("--wait-for PLUGIN").contains("execute|x TARGET");
        assertThat(hubsh("-h")).isEqualTo(hubsh("--help"));
        assertThat(session).isNull();
        assertThat(hubsh("version")).isEqualTo(hubsh("--version"));
    }

    @Test
    void the_page_of_the_program_fits_80_columns() {
        assertThat(hubsh("-h").out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void a_broken_pipe_ends_quietly() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = new Program(process(broken, err), this, "").run(List.of("status"));

        assertThat(status).isZero();
        assertThat(err.size()).isZero();
    }
}
