package io.github.hubsh.shell.verb.timing;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Threads that share a workload, while the caller waits for them and shows how far they are. */
public final class Workers {
    private static final long CHECK_INTERVAL_MILLIS = 100;

    private final String name;
    private final Duration quiet;
    private final Consumer<String> progress;

    /**
     * Prepares workers.
     *
     * @param name of their threads
     * @param quiet how long it takes until the first line of progress
     * @param progress shows a line that the next one replaces; an empty one takes it away
     */
    public Workers(String name, Duration quiet, Consumer<String> progress) {
        this.name = name;
        this.quiet = quiet;
        this.progress = progress;
    }

    /**
     * Lets so many threads work, and waits for all of them.
     *
     * @throws ShellException INTERRUPTED; the threads are interrupted then
     */
    public void run(int count, Workload workload) {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                threads.add(DaemonThreads.start(name, workload::work));
            }
            for (Thread thread : threads) {
                await(thread, start, workload);
            }
        } finally {
            workload.stop();
            threads.forEach(Thread::interrupt);
            progress.accept("");
        }
    }

    private void await(Thread thread, long start, Workload workload) {
        while (thread.isAlive()) {
            join(thread, workload);
            if (thread.isAlive() && Pacing.since(start).compareTo(quiet) > 0) {
                progress.accept(workload.progress());
            }
        }
    }

    private static void join(Thread thread, Workload workload) {
        try {
            thread.join(CHECK_INTERVAL_MILLIS);
        } catch (InterruptedException stop) {
            // Not by Interruptible: the message says how far it is now, and not when the wait began.
            throw ShellException.interrupted(workload.stopped());
        }
    }
}
