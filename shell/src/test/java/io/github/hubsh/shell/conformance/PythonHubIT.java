package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a hub in CPython, whose registry never shrinks, with a plugin in CPython. */
final class PythonHubIT {
    @TempDir
    private Path folder;

    private PythonPeer hub;
    private PythonPeer plugin;

    @BeforeEach
    void start() {
        Requires.python();
        hub = PythonPeer.hub();
        plugin = PythonPeer.plugin(hub.queryUri(), "python_plugin");
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @Test
    void ten_one_shots_leave_one_name_in_the_registry() {
        for (int i = 0; i < 10; i++) {
            assertThat(hubsh("execute", "python_plugin", "echo", "i=" + i))
                    .isEqualTo(new ProcessRun(0, "{\"i\":" + i + "}\n", ""));
        }

        assertThat(ourNames()).hasSize(1);
    }

    @Test
    void two_at_once_have_two_names_and_both_work() {
        CompletableFuture<ProcessRun> polling = CompletableFuture.supplyAsync(
                () -> hubsh("until", "python_plugin", "none", "--every", "50ms", "--for", "3s"));
        List<ProcessRun> beside = new ArrayList<>();
        while (!polling.isDone()) {
            beside.add(hubsh("execute", "python_plugin", "echo", "x=1"));
        }

        assertThat(polling.join().exit()).as(polling.join().err()).isEqualTo(5);
        assertThat(beside).isNotEmpty().containsOnly(new ProcessRun(0, "{\"x\":1}\n", ""));
        assertThat(ourNames()).hasSize(2);
    }

    @Test
    void a_missing_plugin_is_named_also_by_a_hub_that_drops_such_requests_without_a_word() {
        plugin.close();
        hub.close();
        hub = PythonPeer.hub("--mute");
        plugin = PythonPeer.plugin(hub.queryUri(), "python_plugin");

        String missing = "error: python_plugi ping: no such plugin is registered\n  did you mean 'python_plugin'?\n";
        assertThat(hubsh("execute", "python_plugi", "ping", "--timeout", "2m"))
                .isEqualTo(new ProcessRun(6, "", missing));
        assertThat(hubsh("execute", "python_plugi", "ping", "--silent", "--timeout", "50ms"))
                .isEqualTo(new ProcessRun(6, "", missing));
        assertThat(hubsh("execute", "python_plugin", "slow", "seconds=1", "--timeout", "50ms", "--quiet"))
                .isEqualTo(new ProcessRun(
                        5, "", "error: python_plugin slow: no reply within 50 ms; python_plugin is registered\n"));
    }

    private List<String> ourNames() {
        return hubsh("plugins", "--jq", ".[].name")
                .out()
                .lines()
                .filter(name -> name.startsWith("hubsh-"))
                .toList();
    }

    private ProcessRun hubsh(String... arguments) {
        List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HUBSH_HUB", hub.queryUri());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
        return ProcessRun.of(builder, folder);
    }
}
