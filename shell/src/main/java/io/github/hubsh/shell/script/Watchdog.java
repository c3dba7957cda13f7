package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a job of a script's thread, and stops it where it has to be: when the waiting thread is interrupted
 * (Ctrl-C), when its time is up, or when it wants more memory than there is. Belongs to the thread that waits.
 */
final class Watchdog<T> {
    private static final long CHECK_INTERVAL_MILLIS = 20;
    private static final long STOP_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long STOP_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long CLEAN_UP_TIMEOUT_NANOS = 3 * ScriptTurn.CLEAN_UP_TIME.toNanos();

    private final Script script;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private final MemoryGuard memory = new MemoryGuard();
    private final long start = System.nanoTime();
    private final @Nullable Duration limit;

    // Mutable state
    private @Nullable ShellException stopping;
    private boolean hungry;
    private long stopAt;
    private long stoppedFirst;

    Watchdog(Script script, @Nullable Duration limit) {
        this.script = script;
        this.limit = limit;
    }

    /** Runs a job on the script's thread and returns what it gives. */
    T run(Callable<T> work) {
        script.inbox().submit(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error failed) {
                // Read here: what was thrown belongs to the script's thread.
                done.completeExceptionally(script.failures().of(failed));
            }
        });
        while (true) {
            try {
                T value = done.get(CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                if (stopping != null) {
                    throw ended(stopping);
                }
                return value;
            } catch (TimeoutException running) {
                look();
            } catch (InterruptedException stop) {
                stop(ShellException.interrupted("stopped the script").hint("plugins keep working on what it sent"));
            } catch (ExecutionException failed) {
                Throwable cause = failed.getCause() == null ? failed : failed.getCause();
                throw stopping != null ? ended(stopping) : script.failures().of(cause);
            }
        }
    }

    /** A script that has used up the memory must not continue to hold it. */
    private ShellException ended(ShellException why) {
        if (hungry) {
            script.abandon();
        }
        RuntimeException ending = script.ending();
        if (ending != null) {
            throw ending;
        }
        return why;
    }

    private void look() {
        long now = System.nanoTime();
        if (stopping != null) {
            if (now - stoppedFirst > (cleansUp() ? CLEAN_UP_TIMEOUT_NANOS : STOP_TIMEOUT_NANOS)) {
                throw abandoned(stopping);
            }
            if (cleansUp()) {
                script.turns().interruptOverdue(now);
            } else if (now - stopAt >= 0) {
                stopAgain();
            }
        } else if (limit != null && now - start > limit.toNanos()) {
            stop(new ShellException(Problem.TIMEOUT, "the script took more than " + Durations.format(limit))
                    .hint("give it more time with --timeout " + Durations.longer(limit, "10m")));
        } else if (script.ending() != null) {
            stop(ShellException.interrupted("the script has ended"));
        } else if (memory.isExhausted()) {
            hungry = true;
            stop(MemoryGuard.exhausted());
        } else {
            script.turns().interruptOverdue(now);
        }
    }

    private void stop(ShellException why) {
        if (stopping != null && cleansUp()) {
            // The second Ctrl-C.
            throw abandoned(stopping);
        }
        if (stopping == null) {
            stopping = why;
            stoppedFirst = System.nanoTime();
            // Before anything can fail because of it.
            script.stopping(why);
        }
        if (cleansUp()) {
            script.turns().stop();
        } else {
            stopAgain();
        }
    }

    /** What has used up the memory cannot clean up. */
    private boolean cleansUp() {
        return script.turns().cleansUp() && !hungry;
    }

    private ShellException abandoned(ShellException why) {
        script.abandon();
        return why;
    }

    private void stopAgain() {
        script.interrupt();
        stopAt = System.nanoTime() + STOP_INTERVAL_NANOS;
    }
}
