package io.github.hubsh.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class DaemonThreadsTest {
    @Test
    void a_created_thread_has_its_name_is_a_daemon_and_waits_for_its_start() {
        Thread thread = DaemonThreads.create("worker", () -> {});

        assertThat(thread.getName()).isEqualTo("worker");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
    }

    @Test
    void a_thread_with_a_stack_of_its_own_recurses_as_deep_as_that_allows() {
        CompletableFuture<Integer> depth = new CompletableFuture<>();

        DaemonThreads.create("deep", 64L << 20, () -> depth.complete(depth(200_000)))
                .start();

        assertThat(depth.join()).isEqualTo(200_000);
    }

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    @Test
    void a_started_thread_does_the_work_under_its_name() {
        CompletableFuture<Thread> worker = new CompletableFuture<>();

        Thread thread = DaemonThreads.start("worker", () -> worker.complete(Thread.currentThread()));

        assertThat(worker.join()).isSameAs(thread);
        assertThat(thread.getName()).isEqualTo("worker");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void a_factory_makes_a_new_daemon_of_the_name_for_each_work() {
        var factory = DaemonThreads.factory("pool");
        Thread first = factory.newThread(() -> {});
        Thread second = factory.newThread(() -> {});

        assertThat(first).isNotSameAs(second);
        assertThat(first.getName()).isEqualTo("pool");
        assertThat(second.getName()).isEqualTo("pool");
        assertThat(second.isDaemon()).isTrue();
    }
}
