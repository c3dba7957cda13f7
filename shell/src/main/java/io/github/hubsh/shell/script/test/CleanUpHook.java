package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.script.Script;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps a process that a signal ends alive while tests clean up: a virtual machine ends when its shutdown hooks have.
 * The run itself is stopped by the interruption of its thread, as everywhere.
 */
final class CleanUpHook {
    private static final long CLEAN_UP_TIMEOUT_MILLIS = 4 * Script.CLEAN_UP_TIME.toMillis();

    /** What the one who stops a run still says about it. */
    private static final long LAST_WORDS_TIMEOUT_MILLIS = 300;

    private CleanUpHook() {}

    /** Runs tests; a process that ends meanwhile waits for them. */
    static <T> T during(Supplier<T> run) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread running = Thread.currentThread();
        Thread hook = new Thread(() -> await(ended, running), "hubsh-test-clean-up");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run.get();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch ended, Thread running) {
        try {
            boolean unused = ended.await(CLEAN_UP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            running.join(LAST_WORDS_TIMEOUT_MILLIS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends, and the hook with it.
        }
    }
}
