package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/hubsh … | head -1}: the reader has seen enough, and gets no error message. */
final class ClosedPipeIT {
    @TempDir
    private Path folder;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "lab");
    private Plugin plugin;

    @BeforeEach
    void start() {
        hub.reset();
        plugin = new Plugin("plugin_a", hub.queryUri()).command("do_thing", Payload.JSON, call -> call.arguments());
        plugin.reset();
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch 50ms execute plugin_a do_thing x=1",
                "top --every 50ms",
                "top --every 50ms --table",
                "plugins",
                "help execute",
                "ping plugin_a --count 100000",
                "-c 'watch 20ms ping plugin_a & tail --type execute_reply'",
                "-c 'ping plugin_a --count 100000 & tail --source nobody'",
                "-c 'tail --source nobody & ping plugin_a --count 100000 &'"
            })
    void a_closed_pipe_ends_it_quietly(String arguments) {
        String line = "../bin/hubsh " + arguments + " | head -1 >/dev/null; echo \"${PIPESTATUS[0]}\"";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line);
        builder.environment().put("HUBSH_HUB", hub.queryUri());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));

        assertThat(ProcessRun.of(builder, folder)).isEqualTo(new ProcessRun(0, "0\n", ""));
    }
}
