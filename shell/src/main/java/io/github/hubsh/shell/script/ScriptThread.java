package io.github.hubsh.shell.script;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.word.ShellException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The thread of one script, and the only one that enters its context: jobs, and between them what is due. */
final class ScriptThread {
    private static final long LONG_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long STACK_BYTES = 8L << 20;
    private static final int MAX_NESTED_WAITS = 50;

    private final Inbox inbox;
    private final Consumer<Inbox.Taken> turn;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;

    // Mutable state
    private volatile boolean ended;
    private Runnable onInterruption = () -> {};
    private int depth;

    /**
     * Starts nothing yet.
     *
     * @param turn does what was taken from the inbox
     * @param onFailure hears what went wrong while no job ran
     */
    ScriptThread(String name, Inbox inbox, Consumer<Inbox.Taken> turn, Consumer<Throwable> onFailure) {
        this.inbox = inbox;
        this.turn = turn;
        this.onFailure = onFailure;
        this.thread = DaemonThreads.create(name, STACK_BYTES, this::loop);
    }

    void start() {
        thread.start();
    }

    /** Sets what is called where a wait of this thread is interrupted. Before {@link #start}. */
    void onInterruption(Runnable hearer) {
        onInterruption = hearer;
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Wakes it from any wait. */
    void interrupt() {
        thread.interrupt();
    }

    /** Lets it end after the job at hand. */
    void end() {
        ended = true;
        inbox.submit(() -> {});
    }

    /** Does what comes, until the condition holds. On this thread. */
    void until(Inbox.Ready ready, BooleanSupplier condition) {
        until(ready, condition, now -> LONG_WAIT_NANOS);
    }

    /** Does what comes, until the condition holds; {@code wait} says before each how long to wait. On this thread. */
    void until(Inbox.Ready ready, BooleanSupplier condition, LongUnaryOperator wait) {
        while (!condition.getAsBoolean()) {
            once(ready, wait.applyAsLong(System.nanoTime()));
        }
    }

    /** Whether so many handlers wait inside one another that what comes has to wait for one of them. */
    boolean isFull() {
        return depth == MAX_NESTED_WAITS;
    }

    /**
     * Does the next thing that comes, if it comes in time, and nothing while the thread {@link #isFull}. On this
     * thread.
     *
     * @return whether something came
     */
    boolean once(Inbox.Ready ready, long nanos) {
        Inbox.@Nullable Taken taken = take(isFull() ? Inbox.Ready.FOR_NOTHING : ready, System.nanoTime() + nanos);
        if (taken == null) {
            return false;
        }
        depth++;
        try {
            turn.accept(taken);
            return true;
        } finally {
            depth--;
        }
    }

    private Inbox.@Nullable Taken take(Inbox.Ready ready, long end) {
        try {
            return inbox.take(ready, end);
        } catch (InterruptedException stop) {
            onInterruption.run();
            throw ShellException.interrupted("the script was stopped");
        }
    }

    private void loop() {
        while (!ended) {
            try {
                once(Inbox.Ready.FOR_JOBS, LONG_WAIT_NANOS);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                onFailure.accept(failed);
            } finally {
                // An interruption that came too late.
                Thread.interrupted();
            }
        }
    }
}
