package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.app.ProgramBench.Run;
import io.github.hubsh.shell.session.SessionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProgramBench bench;

    @BeforeEach
    void open() {
        bench = new ProgramBench(directory);
    }

    private Run hubsh(String... arguments) {
        return bench.hubsh(arguments);
    }

    @Test
    void jobs_are_waited_for_at_the_end() {
        assertThat(hubsh("-c", "r = x plugin_a do_thing x=1 &", "-c", "fg 1; x plugin_a sleep &; $r.x"))
                .extracting(Run::status, Run::out)
                .containsExactly(5, "1\n");
    }

    @Test
    void the_options_before_the_verb_settle_the_session() {
        bench.environment.put("HUBSH_HUB", "tcp://lab:1");

        hubsh("status");
        assertThat(bench.settings).isEqualTo(SessionSettings.ofHub("tcp://lab:1"));

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
        assertThat(bench.settings)
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
    void an_option_of_the_program_behind_the_verb_is_answered_with_the_line_that_was_meant() {
        assertThat(hubsh("status", "--hub", "tcp://lab:31000", "--quiet").err()).isEqualTo("""
                        error: there is no option --hub for status
                          status --hub tcp://lab:31000 --quiet
                                 ^
                          --hub stands before the verb: hubsh --hub tcp://lab:31000 status --quiet
                        """);
        assertThat(hubsh("ping", "pump", "--wait-for=pump").err())
                .contains("--wait-for stands before the verb: hubsh --wait-for=pump ping pump\n");
        assertThat(hubsh("ping", "pump", "--echo", "--count", "2").err())
                .contains("--echo stands before the verb: hubsh --echo ping pump --count 2\n");
        assertThat(hubsh("ping", "pump", "--cuont", "2").err()).contains("did you mean '--count'?");
    }

    @Test
    void a_plugin_in_the_place_of_the_verb_is_answered_with_the_line_that_was_meant() {
        assertThat(hubsh("plugin_a", "do_thing", "x=1")).isEqualTo(new Run(2, "", """
                        error: there is no verb 'plugin_a'
                          plugin_a do_thing x=1
                          ^
                          did you mean 'x plugin_a do_thing x=1'?
                        """));
        assertThat(hubsh("nothing").err()).endsWith("help shows all verbs\n");
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
        assertThat(bench.session == null ? null : bench.session.hub().joined()).isNull();
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
        bench.stdin = "ping hub\nx plugin_a fail\n";
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
        bench.environment.put("GITHUB_ACTIONS", "true");
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
        bench.stdin = "x plugin_a do_thing x=1\nexit\nx plugin_a text\n";
        assertThat(hubsh()).isEqualTo(new Run(0, "{\"x\":1}\n", ""));

        bench.stdin = "x plugin_a do_thing s='open\n";
        assertThat(hubsh().err()).startsWith("error: expected a closing ' for this quote\n");
    }

    @Test
    void stdin_that_is_not_utf_8_sends_nothing() {
        bench.encoding = StandardCharsets.ISO_8859_1;
        bench.stdin = "x plugin_a do_thing s=\u00b5\n";

        assertThat(hubsh())
                .isEqualTo(new Run(2, "", "error: stdin is not UTF-8 text\n  check the file's path and content\n"));
    }

    @Test
    void a_dash_reads_the_arguments_from_stdin() {
        bench.stdin = "{\"x\": 1, \"y\": 2}";

        assertThat(hubsh("execute", "plugin_a", "do_thing", "-", "y=3").out()).isEqualTo("{\"x\":1,\"y\":3}\n");
    }

    @Test
    void the_prompt_opens_only_at_a_terminal_without_a_verb() {
        bench.terminalIn = true;

        hubsh("status");
        hubsh("demo", "-c", "status");
        assertThat(bench.prompted).isEmpty();
        hubsh();
        hubsh("demo");
        assertThat(bench.prompted).hasSize(2);
    }

    @Test
    void demo_takes_lines_as_the_program_does() {
        assertThat(hubsh("demo", "-c", "execute plugin_a do_thing x=1")).isEqualTo(new Run(0, "{\"x\":1}\n", ""));
        assertThat(bench.session == null ? List.of() : bench.session.calls).containsExactly("demo", "close");

        bench.stdin = "x plugin_a do_thing y=2\n";
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
        assertThat(bench.session == null ? List.of() : bench.session.calls)
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
        bench.stdin = "exit 5\nping plugin_a\n";
        assertThat(hubsh().status()).isEqualTo(5);
    }

    @Test
    void help_and_version_need_no_hub() {
        assertThat(hubsh("--version")).isEqualTo(new Run(0, "hubsh 1.2.3\n", ""));
        assertThat(hubsh("--help").out()).contains("--wait-for PLUGIN").contains("execute|x TARGET");
        assertThat(hubsh("-h")).isEqualTo(hubsh("--help"));
        assertThat(bench.session).isNull();
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

        int status = new Program(bench.process(broken, err), bench, "").run(List.of("status"));

        assertThat(status).isZero();
        assertThat(err.size()).isZero();
    }
}
