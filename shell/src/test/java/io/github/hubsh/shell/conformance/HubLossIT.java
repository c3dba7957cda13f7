package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub process that is killed, and started again at the same address, under runs that wait or listen. */
final class HubLossIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("hub 'lab' listens at (\\S+);");
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(SOON);

    private static final ExecuteOptions ANSWER_SOON = ExecuteOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private Run hub;
    private String uri = "tcp://127.0.0.1:*";

    @BeforeEach
    void start() {
        startHub();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void a_tail_continues_and_says_so_to_people_and_programs() {
        Run tail = run("--hub", uri, "--wait", "60s", "tail", "--jsonl", "--source", "pump");
        Plugin pump = pump();
        awaitHeard(tail, pump);

        hub.kill();
        tail.awaitError("warning: the hub at " + uri + " is lost\n");
        startHub();
        tail.awaitError("connected to " + uri + " as hubsh-");
        awaitHeard(tail, pump);
        assertThat(tail.output().lines().filter(line -> line.contains("\"event\":")))
                .hasSize(2)
                .satisfiesExactly(
                        lost -> assertThat(lost).contains("\"event\":\"hub_lost\"", "\"hub\":\"" + uri + "\""),
                        back -> assertThat(back).contains("\"event\":\"hub_back\"", "\"hub\":\"" + uri + "\""));
    }

    @Test
    void a_tail_whose_hub_does_not_come_back_ends_with_exit_code_3() throws InterruptedException {
        Run tail = run("--hub", uri, "--timeout", "5s", "tail");
        Plugin pump = pump();
        awaitHeard(tail, pump);
        hub.kill();
        assertThat(tail.exit()).isEqualTo(3);
        assertThat(tail.error()).contains("is lost, and is not back in time", "--wait 1m");
    }

    @Test
    void a_served_plugin_is_registered_again_by_itself() {
        Run parrot = run("--hub", uri, "--wait", "60s", "serve", "parrot", "--echo");
        parrot.awaitError("'parrot' serves at " + uri);
        Plugin pump = pump();
        eventually(() -> answers(pump), SOON);
        hub.kill();
        parrot.awaitError("is lost");
        startHub();
        eventually(() -> answers(pump), SOON);
        assertThat(parrot.process.isAlive()).isTrue();
    }

    @Test
    void a_served_plugin_whose_hub_does_not_come_back_ends_with_exit_code_3() throws InterruptedException {
        Run parrot = run("--hub", uri, "--timeout", "5s", "serve", "parrot", "--echo");
        parrot.awaitError("'parrot' serves at " + uri);
        hub.kill();
        assertThat(parrot.exit()).isEqualTo(3);
    }

    @Test
    void a_request_under_way_fails_when_the_hub_goes_and_not_at_its_time_out() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        pump().command("fill", call -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        Run execute = run("--hub", uri, "execute", "pump", "fill", "--timeout", "1h");
        asked.await(SOON.toSeconds(), TimeUnit.SECONDS);
        hub.kill();
        assertThat(execute.exit()).isEqualTo(3);
        assertThat(execute.error())
                .contains("the hub is lost: the hub at " + uri + " has closed the connection")
                .contains("start the hub again");
    }

    @Test
    void until_and_watch_continue_when_the_hub_is_back() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        pump().command("state", Payload.JSON, call -> {
            polls.incrementAndGet();
            return Files.exists(folder.resolve("full"));
        });
        Run until = run("--hub", uri, "--wait", "60s", "until", "pump", "state", "--that", ". == true");
        Run watch = run("--hub", uri, "--wait", "60s", "watch", "--jsonl", "100ms", "ping", "hub");
        eventually(() -> watch.output().lines().count() > 3, SOON);
        eventually(() -> polls.get() > 0, SOON);
        hub.kill();
        eventually(() -> watch.output().contains("hub_lost"), SOON);
        startHub();
        long seen = watch.output().lines().count();
        eventually(() -> watch.output().lines().count() > seen + 3, SOON);
        Files.createFile(folder.resolve("full"));
        assertThat(until.exit()).as(until.error()).isZero();
        assertThat(until.output()).isEqualTo("true\n");
    }

    @Test
    void a_script_continues_when_the_hub_is_back() throws Exception {
        Path script = folder.resolve("wait.js");
        Files.writeString(script, """
                import { hub, sleep, ConnectionError } from 'hubsh';
                while (true) {
                  try {
                    hub.ping('hub');
                    console.log('here');
                  } catch (error) {
                    if (!(error instanceof ConnectionError)) throw error;
                  }
                  sleep(50);
                }
                """);
        Run run = run("--hub", uri, "--wait", "60s", "run", script.toString());
        eventually(() -> run.output().contains("here"), SOON);
        hub.kill();
        run.awaitError("is lost");
        long before = run.output().lines().count();
        startHub();
        run.awaitError("connected to");
        eventually(() -> run.output().lines().count() > before + 1, SOON);
    }

    private void startHub() {
        hub = run("hub", uri, "--name", "lab");
        Matcher[] listens = new Matcher[1];
        eventually(
                () -> {
                    listens[0] = LISTENS.matcher(hub.error());
                    return listens[0].find();
                },
                SOON);
        uri = listens[0].group(1);
    }

    private Plugin pump() {
        Plugin pump = new Plugin("pump", uri);
        opened.add(0, pump);
        pump.reset(SOON);
        return pump;
    }

    /** Lets the pump ask until the tail shows more of it than now. */
    private static void awaitHeard(Run tail, Plugin pump) {
        long before = pings(tail);
        eventually(
                () -> {
                    try {
                        pump.execute("lab", "ping", Map.of(), PATIENT);
                    } catch (PluginException lost) {
                        // It connects again by itself.
                    }
                    return pings(tail) > before;
                },
                SOON);
    }

    private static long pings(Run tail) {
        return tail.output().lines().filter(line -> line.contains("ping")).count();
    }

    private static boolean answers(Plugin pump) {
        try {
            return Map.of("state", "on").equals(pump.execute("parrot", "echo", Map.of("state", "on"), ANSWER_SOON));
        } catch (PluginException notYet) {
            return false;
        }
    }

    private Run run(String... arguments) {
        Run run = new Run(folder, arguments);
        opened.add(run);
        return run;
    }

    /** A process of ours, with what it has written so far. */
    private static final class Run implements AutoCloseable {
        private final Path output;
        private final Path error;
        private final Process process;

        Run(Path folder, String... arguments) {
            List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
            builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
            builder.environment().put("XDG_CONFIG_HOME", folder.toString());
            try {
                output = Files.createTempFile(folder, "run", ".out");
                error = Files.createTempFile(folder, "run", ".err");
                process = builder.redirectOutput(output.toFile())
                        .redirectError(error.toFile())
                        .start();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        String output() {
            return read(output);
        }

        String error() {
            return read(error);
        }

        void awaitError(String text) {
            eventually(() -> error().contains(text), SOON);
        }

        int exit() throws InterruptedException {
            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
