package io.github.hubsh.core.handler;

import io.github.hubsh.core.thread.DaemonThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for handlers: requests start in the order they came, and one that waits does not keep the next waiting. */
public final class HandlerThreads {
    private static final int MAX_AT_ONCE = 64;
    private static final int MAX_WAITING_TASKS = 10_000;
    private static final int IDLE_SECONDS = 10;

    private HandlerThreads() {}

    /**
     * Returns an executor whose daemon threads carry {@code name}. When all its threads are busy and its queue is full
     * it throws {@link java.util.concurrent.RejectedExecutionException}.
     */
    public static ExecutorService create(String name) {
        return create(name, MAX_AT_ONCE);
    }

    /** Returns an executor of one such thread: a task starts when the one before has ended. */
    public static ExecutorService createOne(String name) {
        return create(name, 1);
    }

    private static ExecutorService create(String name, int atOnce) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING_TASKS),
                DaemonThreads.factory(name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
