package io.github.hubsh.shell.script;

import io.github.hubsh.core.thread.DaemonThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for what scripts do in the background: enough at once for a load test, and no more. */
final class CallThreads {
    private static final int MAX_AT_ONCE = 64;
    private static final int IDLE_SECONDS = 5;

    private static final ThreadPoolExecutor THREADS = threads();

    private CallThreads() {}

    static void execute(Runnable work) {
        THREADS.execute(work);
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MAX_AT_ONCE,
                MAX_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.factory("hubsh-js-call"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
