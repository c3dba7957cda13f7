package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.concurrent.TimeUnit;

/**
 * Whether a script has used up the memory. It is stopped long before none is left, because the thread that fails to get
 * the last of it is rarely the one that took the rest.
 */
final class MemoryGuard {
    private static final long MAX_BYTES = 1L << 30;
    private static final long COLLECTION_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final long limit;

    // Mutable state
    private long collected = System.nanoTime() - COLLECTION_INTERVAL_NANOS;

    MemoryGuard() {
        Runtime runtime = Runtime.getRuntime();
        limit = Math.min(used() + MAX_BYTES, runtime.maxMemory() * 6 / 10);
    }

    /** Used memory includes garbage: only a collection shows how much is really in use. */
    boolean isExhausted() {
        long now = System.nanoTime();
        if (used() < limit || now - collected < COLLECTION_INTERVAL_NANOS) {
            return false;
        }
        System.gc();
        collected = System.nanoTime();
        return used() >= limit;
    }

    static ShellException exhausted() {
        return new ShellException(Problem.SCRIPT_FAILED, "the script needs more memory than there is")
                .hint("keep less at once; HUBSH_JAVA_OPTS=-Xmx4g gives the shell more");
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
