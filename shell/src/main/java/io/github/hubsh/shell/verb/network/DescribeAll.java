package io.github.hubsh.shell.verb.network;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Lets many plugins describe themselves side by side: a registry may be full of names that are long gone. */
public final class DescribeAll {
    /** How long a person waits for all of them. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private static final int MAX_AT_ONCE = 64;

    private DescribeAll() {}

    /**
     * Asks all, and waits no longer than this; those that have not answered by then stay as they were known.
     *
     * @throws io.github.hubsh.shell.word.ShellException INTERRUPTED
     */
    public static void within(Duration limit, List<String> plugins, Peers peers) {
        if (plugins.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(MAX_AT_ONCE, plugins.size()), DaemonThreads.factory("hubsh-describe"));
        List<Callable<String>> questions = new ArrayList<>();
        for (String plugin : plugins) {
            questions.add(() -> {
                peers.inquire(plugin);
                return plugin;
            });
        }
        try {
            Interruptible.get("stopped", () -> threads.invokeAll(questions, limit.toNanos(), TimeUnit.NANOSECONDS));
        } finally {
            threads.shutdownNow();
        }
    }
}
