package io.github.hubsh.shell.verb.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkersTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final FakeWorkload workload = new FakeWorkload();

    @Test
    void so_many_daemon_threads_work_under_the_name_and_all_are_waited_for() {
        workers(NEVER).run(3, workload);

        assertThat(workload.done).hasValue(3);
        assertThat(workload.threads)
                .hasSize(3)
                .allMatch(Thread::isDaemon)
                .allMatch(thread -> thread.getName().equals("test-worker"))
                .noneMatch(Thread::isAlive);
        assertThat(workload.stops).hasValue(1);
    }

    @Test
    void quick_work_shows_no_progress_but_takes_the_line_away() {
        workers(NEVER).run(1, workload);

        assertThat(lines).containsExactly("");
    }

    @Test
    void no_worker_is_no_work() {
        workers(Duration.ZERO).run(0, workload);

        assertThat(workload.done).hasValue(0);
        assertThat(workload.stops).hasValue(1);
        assertThat(lines).containsExactly("");
    }

    @Test
    void long_work_shows_how_far_it_is_until_it_ends() {
        workload.gate = new CountDownLatch(1);
        Workers workers = new Workers("test-worker", Duration.ZERO, line -> {
            lines.add(line);
            workload.gate.countDown();
        });

        workers.run(1, workload);

        assertThat(lines).hasSizeGreaterThan(1).startsWith("0 done").last().isEqualTo("");
    }

    @Test
    void an_interruption_of_the_caller_stops_the_work_and_interrupts_every_thread() {
        workload.gate = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Workers workers = new Workers("test-worker", Duration.ZERO, line -> {
            lines.add(line);
            if (!line.isEmpty()) {
                caller.interrupt();
            }
        });

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> workers.run(2, workload))
                .withMessage("stopped at 0")
                .matches(ShellException::isInterruption);

        assertThat(workload.stops).hasValue(1);
        assertThat(lines).last().isEqualTo("");
        Eventually.eventually(() -> workload.interrupted.get() == 2, SOON);
        assertThat(workload.done).hasValue(0);
    }

    private Workers workers(Duration quiet) {
        return new Workers("test-worker", quiet, lines::add);
    }

    /** One piece for each thread, behind a gate. */
    private static final class FakeWorkload implements Workload {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger stops = new AtomicInteger();
        final AtomicInteger interrupted = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(0);

        @Override
        public void work() {
            threads.add(Thread.currentThread());
            try {
                gate.await();
                done.incrementAndGet();
            } catch (InterruptedException stop) {
                interrupted.incrementAndGet();
            }
        }

        @Override
        public void stop() {
            stops.incrementAndGet();
        }

        @Override
        public String progress() {
            return done + " done";
        }

        @Override
        public String stopped() {
            return "stopped at " + done;
        }
    }
}
