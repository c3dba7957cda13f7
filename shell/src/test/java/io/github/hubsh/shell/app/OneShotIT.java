package io.github.hubsh.shell.app;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/hubsh} as people run it, on a real hub with a real plugin. */
final class OneShotIT {
    private static final int ONE_SHOTS = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "lab");
    private final CountDownLatch hanging = new CountDownLatch(1);
    private Plugin plugin;

    @BeforeEach
    void start() {
        hub.reset();
        plugin = new Plugin("plugin_a", hub.queryUri())
                .command("do_thing", Payload.JSON, call -> call.arguments())
                .command("greet", Payload.JSON, call -> "grüße\u001b[31m")
                .command("nothing", call -> null)
                .command("hang", call -> {
                    hanging.countDown();
                    new CountDownLatch(1).await();
                    return null;
                })
                .command("fail", call -> {
                    throw new IllegalStateException("on fire");
                });
        plugin.reset();
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @Test
    void data_goes_to_stdout_and_everything_else_to_stderr() {
        assertThat(hubsh("execute", "plugin_a", "do_thing", "x=1")).isEqualTo(new ProcessRun(0, "{\"x\":1}\n", ""));
        assertThat(hubsh("execute", "plugin_a", "greet")).isEqualTo(new ProcessRun(0, "grüße\u001b[31m\n", ""));
        assertThat(hubsh("execute", "plugin_a", "nothing")).isEqualTo(new ProcessRun(0, "", "ok (no data)\n"));
        assertThat(hubsh("execute", "plugin_a", "nothing", "--json")).isEqualTo(new ProcessRun(0, "null\n", ""));
    }

    @Test
    void every_kind_of_failure_has_its_exit_code() {
        assertThat(hubsh("execute", "plugin_a", "fail").exit()).isEqualTo(1);
        assertThat(hubsh("exeucte", "plugin_a", "do_thing").exit()).isEqualTo(2);
        assertThat(hubsh("--hub", "tcp://127.0.0.1:1", "plugins").exit()).isEqualTo(3);
        assertThat(hubsh("execute", "plugin_a", "hang", "--timeout", "200ms").exit())
                .isEqualTo(5);
        assertThat(hubsh("execute", "nobody", "do_thing").exit()).isEqualTo(6);
        assertThat(hubsh("execute", "plugin_a", "nope").exit()).isEqualTo(6);
    }

    @Test
    void text_is_utf_8_without_any_locale_and_an_error_where_it_is_none() {
        String alone = "exec env -i PATH=\"$PATH\" HUBSH_HUB=\"$HUBSH_HUB\" XDG_RUNTIME_DIR=\"$XDG_RUNTIME_DIR\""
                + " XDG_CACHE_HOME=\"$XDG_CACHE_HOME\" HOME=\"$XDG_RUNTIME_DIR\" ../bin/hubsh execute plugin_a do_thing ";

        assertThat(program("sh", "-c", alone + "name=µDrop 電極=größe"))
                .isEqualTo(new ProcessRun(0, "{\"name\":\"µDrop\",\"電極\":\"größe\"}\n", ""));
        assertThat(program("sh", "-c", alone + "\"$(printf 'name=\\265Drop')\""))
                .isEqualTo(new ProcessRun(2, "", "error: argument 4 is not UTF-8 text\n"));
    }

    /** In most containers LANG comes from the image or by ssh, and no locale is installed; here the folder has none. */
    @ParameterizedTest
    @ValueSource(strings = {"LANG=en_US.UTF-8", "LC_ALL=de_DE.utf8", "LANG=de_DE@euro", "LC_CTYPE=xx"})
    void text_is_utf_8_where_the_locale_is_not_installed(String locale) {
        String line = "unset LANG LC_ALL LC_CTYPE; export LOCPATH=\"$XDG_RUNTIME_DIR\" " + locale
                + "; exec ../bin/hubsh -c 'execute plugin_a do_thing name=µDrop; ping plugin_a | !env'";

        ProcessRun run = program("sh", "-c", line);

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(each -> each.matches("\\{.*|LC_.*|LANG=.*")))
                .containsExactly("{\"name\":\"µDrop\"}", locale);
    }

    @Test
    void ctrl_c_stops_the_waiting_says_what_continues_and_exits_with_130() {
        Requires.tmux();
        Map<String, String> environment = Map.of("HUBSH_HUB", hub.queryUri(), "XDG_RUNTIME_DIR", folder.toString());
        String hubsh = Path.of("../bin/hubsh").toAbsolutePath().toString();
        try (TmuxScreen screen = TmuxScreen.start(100, 10, environment, hubsh, "until", "plugin_a", "nothing")) {
            screen.await("polls, last value null", SOON);
            screen.press("C-c");
            assertThat(screen.awaitExit(SOON)).isEqualTo(130);
            assertThat(screen.text()).contains("stopped polling").contains("the plugin keeps working");
        }
        try (TmuxScreen screen = TmuxScreen.start(100, 10, environment, hubsh, "execute", "plugin_a", "hang")) {
            eventually(() -> hanging.getCount() == 0, SOON);
            screen.press("C-c");
            assertThat(screen.awaitExit(SOON)).isEqualTo(130);
            assertThat(screen.text()).contains("the plugin keeps working");
        }
    }

    /** The reply of the poll that was given up comes while the program ends: most runs said so below the error. */
    @Test
    void a_run_that_has_given_up_says_nothing_of_a_late_reply() {
        for (int i = 0; i < 4; i++) {
            ProcessRun ended = hubsh("demo", "-c", "until plugin_a echo --that .never --for 0m");
            assertThat(ended.exit()).isEqualTo(5);
            assertThat(ended.out() + ended.err()).matches("""
                            error: plugin_a echo: no result that fits within 0 ms; .*
                              wait longer with --for 30m; the plugin keeps working
                            """);
        }
    }

    @Test
    void an_error_is_json_where_json_was_asked_for() {
        ProcessRun ended = hubsh("--json", "execute", "nobody", "do_thing");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("{\"error\":{\"kind\":\"no_such_plugin\",\"plugin\":\"nobody\",\"command\":\"do_thing\"");
    }

    @Test
    void ten_in_a_row_use_one_name() {
        for (int i = 0; i < 10; i++) {
            assertThat(hubsh("ping", "plugin_a").exit()).isZero();
        }
        assertThat(hub.registry().keySet()).hasSize(2);
    }

    @Test
    void jeromq_javascript_jq_yaml_jline_and_the_schema_library_cost_nothing_until_used() throws IOException {
        Path log = folder.resolve("classes");
        ProcessRun ended = hubsh(
                Map.of("HUBSH_JAVA_OPTS", "-Xlog:class+load:file=" + log), "execute", "plugin_a", "do_thing", "x=1");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("io.github.hubsh.shell.verb.request.ExecuteVerb "))
                .noneMatch(line -> line.contains(" org.jline.")
                        || line.contains(" org.yaml.")
                        || line.contains(" com.networknt.")
                        || line.contains(" com.fasterxml.jackson.databind.")
                        || line.contains(" net.thisptr.")
                        || line.contains(" org.graalvm.")
                        || line.contains(" org.zeromq.")
                        || line.contains(" zmq."));
    }

    @Test
    void a_hub_on_a_unix_domain_socket_is_asked_as_any_other() {
        Requires.python();
        String uri = "ipc://" + folder.resolve("hub");
        try (PythonPeer peer = PythonPeer.hub("--uri", uri)) {
            assertThat(peer.queryUri()).isEqualTo(uri);
            assertThat(hubsh("--hub", uri, "execute", "hub", "ping")).isEqualTo(new ProcessRun(0, "pong\n", ""));
            assertThat(hubsh("--hub", uri, "execute", "hub", "nope").exit()).isEqualTo(6);
        }
        ProcessRun gone = hubsh("--hub", uri + "-gone", "plugins");
        assertThat(gone.exit()).isEqualTo(3);
        assertThat(gone.err()).startsWith("error: no hub listens at " + uri + "-gone (no such file or directory)\n");
    }

    /** The engine can let a connection hang for 30 s, longer than any of these may take; ConnectStallIT makes more. */
    @Test
    void none_of_twenty_in_a_row_waits_for_a_hanging_connection() {
        for (int i = 0; i < ONE_SHOTS; i++) {
            ProcessRun ended = hubsh("execute", "plugin_a", "do_thing", "x=1", "--timeout", "20s");
            assertThat(ended).isEqualTo(new ProcessRun(0, "{\"x\":1}\n", ""));
        }
    }

    private ProcessRun hubsh(String... arguments) {
        return hubsh(Map.of(), arguments);
    }

    private ProcessRun hubsh(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
        command.addAll(List.of(arguments));
        return program(environment, command);
    }

    private ProcessRun program(String... command) {
        return program(Map.of(), List.of(command));
    }

    private ProcessRun program(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HUBSH_HUB", hub.queryUri());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
        builder.environment().putAll(environment);
        return ProcessRun.of(builder, folder);
    }
}
