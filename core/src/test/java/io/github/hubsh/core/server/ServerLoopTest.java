package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the thread of a server does with what it is given, and when it ends; the sockets have tests of their own. */
final class ServerLoopTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ServerLoop loop = ServerLoop.start("loop-test", failures::add);
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    static Stream<Named<BiConsumer<ServerLoop, Runnable>>> ways() {
        return Stream.of(
                Named.of("execute", ServerLoop::execute),
                Named.of("post", ServerLoop::post),
                Named.of("schedule", (loop, task) -> loop.schedule(task, 1)),
                Named.of("schedule in the past", (loop, task) -> loop.schedule(task, -1)),
                Named.of("at once", (loop, task) -> loop.execute(() -> loop.execute(task))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_task_runs_on_the_one_thread_which_keeps_no_process_alive(BiConsumer<ServerLoop, Runnable> way) {
        assertThat(loop.isCurrent()).isFalse();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        way.accept(loop, () -> {
            events.add("current: " + loop.isCurrent());
            thread.complete(Thread.currentThread());
        });
        assertThat(within(thread).getName()).isEqualTo("loop-test");
        assertThat(within(thread).isDaemon()).isTrue();
        assertThat(within(thread)).isSameAs(loopThread());
        assertThat(events).containsExactly("current: true");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void what_a_task_throws_is_told_and_the_loop_goes_on(BiConsumer<ServerLoop, Runnable> way) {
        RuntimeException failure = new IllegalStateException("a task");
        Error error = new AssertionError("another");
        way.accept(loop, () -> {
            throw failure;
        });
        way.accept(loop, () -> {
            throw error;
        });
        eventually(failures::toString, () -> failures.size() == 2, TIMEOUT);
        assertThat(failures).containsExactly(failure, error);
        assertThat(loopThread().isAlive()).isTrue();
    }

    @Test
    void on_the_loop_a_task_is_executed_at_once_and_posted_behind_the_rest() {
        loop.execute(() -> {
            loop.post(() -> events.add("posted"));
            loop.execute(() -> events.add("executed"));
            events.add("the rest");
        });
        eventually(events::toString, () -> events.size() == 3, TIMEOUT);
        assertThat(events).containsExactly("executed", "the rest", "posted");
    }

    @Test
    void what_is_scheduled_runs_in_the_order_of_its_times() {
        loop.execute(() -> {
            loop.schedule(() -> events.add("last"), TimeUnit.MILLISECONDS.toNanos(20));
            loop.schedule(() -> events.add("second"), TimeUnit.MILLISECONDS.toNanos(10));
            loop.schedule(() -> events.add("first"), -TimeUnit.DAYS.toNanos(1));
        });
        eventually(events::toString, () -> events.size() == 3, TIMEOUT);
        assertThat(events).containsExactly("first", "second", "last");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void after_the_end_tasks_are_dropped_in_silence(BiConsumer<ServerLoop, Runnable> way) {
        Thread thread = loopThread();
        assertThat(loop.isEnding()).isFalse();
        loop.close();
        assertThat(loop.isEnding()).isTrue();
        way.accept(loop, () -> events.add("run"));
        eventually(() -> !thread.isAlive(), TIMEOUT);
        assertThat(events).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void the_loop_can_end_itself_and_does_not_wait_for_it() {
        Thread thread = loopThread();
        loop.execute(() -> {
            loop.close();
            events.add("goes on to the end of the task");
        });
        eventually(() -> !thread.isAlive(), TIMEOUT);
        assertThat(events).hasSize(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void a_server_that_is_no_channel_is_closed_once_and_while_the_loop_still_runs_tasks() {
        AtomicInteger closed = new AtomicInteger();
        loop.beforeEnd(new PeerServer() {
            @Override
            public Endpoint endpoint() {
                return Endpoint.inproc("loop-test");
            }

            @Override
            public void open() {}

            @Override
            public void close() {
                assertThat(loopThread().isAlive()).isTrue();
                closed.incrementAndGet();
            }
        });
        loop.close();
        loop.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_new_loop_has_a_budget_and_has_done_nothing() {
        assertThat(loop.budget().limit()).isEqualTo(MemoryBudget.defaultBytes());
        assertThat(loop.traffic()).isEqualTo(new ServerTraffic(0, 0, 0, 0));
        assertThat(loop.disconnected()).isZero();
        assertThat(loop.security()).isSameAs(ServerSecurity.NONE);
    }

    private Thread loopThread() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        loop.post(() -> thread.complete(Thread.currentThread()));
        return within(thread);
    }

    private static <T> T within(CompletableFuture<T> future) {
        return future.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
