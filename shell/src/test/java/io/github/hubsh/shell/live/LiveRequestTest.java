package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which thread the reply of a request is read that was sent without waiting. */
final class LiveRequestTest {
    private static final String OWN_THREAD = "own thread";

    @TempDir
    private Path locks;

    private final CountDownLatch gate = new CountDownLatch(1);
    private LiveBench bench;
    private Network network;

    private record Read(String thread, Reply reply) {}

    @BeforeEach
    void start() {
        bench = new LiveBench(locks);
        bench.connect(new Plugin("plugin_a", bench.hub.queryUri())
                .command("echo", Payload.JSON, call -> call.arguments())
                .command("wait", Payload.JSON, call -> {
                    gate.await();
                    return "late";
                }));
        network = bench.session().hub().network();
    }

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        bench.close();
    }

    @Test
    void a_short_reply_is_read_where_it_comes() throws Exception {
        Read read = read(network.send(request("plugin_a", "wait", "", LiveBench.TIMEOUT)), gate::countDown);

        assertThat(read.reply().value()).isEqualTo("late");
        assertThat(read.thread())
                .isNotEqualTo(OWN_THREAD)
                .isNotEqualTo(Thread.currentThread().getName());
    }

    @Test
    void a_long_reply_keeps_the_network_no_longer_than_a_short_one() throws Exception {
        String text = "x".repeat(100_000);
        Read read = read(network.send(request("plugin_a", "echo", text, LiveBench.TIMEOUT)), () -> {});

        assertThat(read.reply().value()).isEqualTo(Map.of("text", text));
        assertThat(read.thread()).isEqualTo(OWN_THREAD);
    }

    @Test
    void what_was_not_answered_in_time_is_looked_into_elsewhere() {
        PendingReply pending = network.send(request("plugin_a", "wait", "", Duration.ofMillis(50)));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> read(pending, () -> {}))
                .satisfies(failed -> assertThat(failed.getCause())
                        .isInstanceOfSatisfying(ShellException.class, silence -> {
                            assertThat(silence.problem()).isEqualTo(Problem.TIMEOUT);
                            assertThat(silence.text()).contains("plugin_a is registered");
                        }));
    }

    @Test
    void a_target_that_was_unknown_is_asked_for_at_once() {
        PendingReply pending = network.send(request("plugin_b", "wait", "", LiveBench.TIMEOUT));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> read(pending, () -> {}))
                .satisfies(failed -> assertThat(failed.getCause())
                        .isInstanceOfSatisfying(
                                ShellException.class,
                                missing -> assertThat(missing.problem()).isEqualTo(Problem.NO_SUCH_PLUGIN)));
    }

    @Test
    void a_target_that_was_unknown_keeps_no_thread_while_it_works() throws Exception {
        bench.connect(new Plugin("plugin_b", bench.hub.queryUri())
                .command("echo", Payload.JSON, call -> call.arguments())
                .command("wait", Payload.JSON, call -> {
                    gate.await();
                    return "late";
                }));
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Read> waiting =
                    reading(network.send(request("plugin_b", "wait", "", Duration.ofHours(1))), one);
            String text = "x".repeat(100_000);
            CompletableFuture<Read> next =
                    reading(network.send(request("plugin_b", "echo", text, LiveBench.TIMEOUT)), one);

            assertThat(next.get(LiveBench.TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                            .reply()
                            .value())
                    .isEqualTo(Map.of("text", text));
            gate.countDown();
            assertThat(waiting.get(LiveBench.TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                            .reply()
                            .value())
                    .isEqualTo("late");
        } finally {
            one.shutdown();
        }
    }

    @Test
    void what_waits_for_a_request_that_is_given_up_fails() throws Exception {
        PendingReply pending = network.send(request("plugin_a", "wait", "", LiveBench.TIMEOUT));
        CompletableFuture<Read> read = reading(pending);
        pending.giveUp();
        gate.countDown();

        assertThat(network.send(request("plugin_a", "echo", "next", LiveBench.TIMEOUT))
                        .await()
                        .value())
                .isEqualTo(Map.of("text", "next"));
        assertGivenUp(read);
    }

    @Test
    void a_request_to_a_target_that_was_unknown_is_given_up_like_any_other() throws Exception {
        bench.connect(new Plugin("plugin_b", bench.hub.queryUri()).command("wait", Payload.JSON, call -> {
            gate.await();
            return "late";
        }));
        PendingReply pending = network.send(request("plugin_b", "wait", "", LiveBench.TIMEOUT));
        CompletableFuture<Read> read = reading(pending);
        pending.giveUp();

        assertGivenUp(read);
    }

    private static void assertGivenUp(CompletableFuture<Read> read) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> read.get(LiveBench.TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .satisfies(failed -> assertThat(failed.getCause())
                        .isInstanceOfSatisfying(
                                ShellException.class,
                                end -> assertThat(end.problem()).isEqualTo(Problem.INTERRUPTED)));
    }

    private static Read read(PendingReply pending, Runnable then) throws Exception {
        CompletableFuture<Read> read = reading(pending);
        then.run();
        return read.get(LiveBench.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    private static CompletableFuture<Read> reading(PendingReply pending) {
        return reading(pending, work -> new Thread(work, OWN_THREAD).start());
    }

    private static CompletableFuture<Read> reading(PendingReply pending, Executor threads) {
        CompletableFuture<Read> read = new CompletableFuture<>();
        pending.onArrival(
                () -> {
                    try {
                        Reply reply = pending.await();
                        read.complete(new Read(Thread.currentThread().getName(), reply));
                    } catch (ShellException failed) {
                        read.completeExceptionally(failed);
                    }
                },
                threads);
        return read;
    }

    private static Request request(String target, String command, String text, Duration timeout) {
        return new Request(target, command, Map.of("text", text), Payload.JSON, false, timeout);
    }
}
