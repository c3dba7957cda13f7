package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hubsh hub} as a process, with one-shots of other processes around it. */
final class HubIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("hub 'lab' listens at (\\S+);");

    @TempDir
    private Path folder;

    private Process hub;
    private String uri;

    @BeforeEach
    void start() throws IOException {
        Path said = folder.resolve("hub.err");
        hub = builder("hub", "tcp://127.0.0.1:*", "--name", "lab")
                .redirectError(said.toFile())
                .start();
        Matcher[] listens = new Matcher[1];
        eventually(
                () -> {
                    listens[0] = LISTENS.matcher(read(said));
                    return listens[0].find();
                },
                SOON);
        uri = listens[0].group(1);
    }

    @AfterEach
    void stop() {
        hub.destroyForcibly();
    }

    @Test
    void a_run_waits_for_a_plugin_that_comes_later() {
        CompletableFuture<ProcessRun> waiting = CompletableFuture.supplyAsync(
                () -> hubsh("--hub", uri, "--wait", "30s", "--wait-for", "late", "execute", "late", "do_thing", "x=1"));
        try (Plugin late = new Plugin("late", uri).command("do_thing", Payload.JSON, call -> call.arguments())) {
            late.reset();
            assertThat(waiting.join()).isEqualTo(new ProcessRun(0, "{\"x\":1}\n", ""));
        }
    }

    @Test
    void a_hub_that_is_gone_is_exit_code_3_with_a_remedy() throws InterruptedException {
        assertThat(hubsh("--hub", uri, "ping", "hub").exit()).isZero();
        hub.destroy();
        assertThat(hub.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(hubsh("--hub", uri, "ping", "hub").err()).contains("start one with hubsh hub");
        ProcessRun run = hubsh("--hub", uri, "--json", "ping", "hub");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("{\"error\":{\"kind\":\"cannot_connect\"");
    }

    private ProcessRun hubsh(String... arguments) {
        return ProcessRun.of(builder(arguments), folder);
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        return builder;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
