package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.line.StatementText;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One statement that runs beside others, in a thread of its own. May be used from any thread. */
final class BackgroundJob {
    /** A hub that is not there may be waited for longer: then what follows meets the same. */
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(2);

    private final int number;
    private final Statement statement;
    private final Presenter presenter;
    private final boolean announcing;
    private final StatementRunner runner;
    private final OnEnd onEnd;
    private final Thread thread;
    private final long started = System.nanoTime();
    private final CountDownLatch ready = new CountDownLatch(1);

    // Mutable state
    private volatile boolean stopped;

    /** Hears that a job has ended. */
    interface OnEnd {
        /** Called on the job's thread; the exit code is 0 for one that went well or was stopped. */
        void ended(BackgroundJob job, int exitCode);

        /** Called on the job's thread, before its end, if the reader of its output is gone. */
        void readerGone();
    }

    BackgroundJob(
            int number, Statement statement, Session session, Presenter presenter, boolean announcing, OnEnd onEnd) {
        this.number = number;
        this.statement = statement;
        this.presenter = presenter;
        this.announcing = announcing;
        InputOutput io = session.io().withDisplay(presenter).withReady(ready::countDown);
        this.runner = new StatementRunner(new StatementSession(session, io), presenter, false);
        this.onEnd = onEnd;
        this.thread = DaemonThreads.create("hubsh-" + name(), this::turn);
    }

    int number() {
        return number;
    }

    boolean isLive() {
        return statement.isLive();
    }

    String name() {
        return statement.verb().syntax().name();
    }

    JobControl.Entry entry() {
        return new JobControl.Entry(number, StatementText.of(statement), Duration.ofNanos(System.nanoTime() - started));
    }

    /**
     * Starts it; where it is to hear broadcasts or to serve, the statements that follow find that it does.
     *
     * @throws ShellException INTERRUPTED while waiting for that; then it is stopped
     */
    void start() {
        thread.start();
        if (!statement.isLive()) {
            return;
        }
        waitOrStop(() -> {
            boolean unused = ready.await(READY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** Waits for its end; an interruption of the waiting thread stops the job. */
    void await() {
        waitOrStop(thread::join);
    }

    private void waitOrStop(Interruptible.Pause<RuntimeException> pause) {
        try {
            Interruptible.run("stopped " + name(), pause);
        } catch (ShellException interrupted) {
            stop();
            throw interrupted;
        }
    }

    /** Interrupts it, and does not wait for its end. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void turn() {
        int exitCode = 0;
        try {
            ShellException failed = runner.run(statement);
            if (failed == null) {
                announce("done");
            } else if (stopped && failed.isInterruption()) {
                announce("stopped");
            } else {
                presenter.jobError(failed, announcing ? label() : "");
                exitCode = failed.exitCode();
            }
        } catch (Screen.Gone gone) {
            onEnd.readerGone();
        } finally {
            ready.countDown();
            onEnd.ended(this, exitCode);
        }
    }

    private void announce(String what) {
        if (announcing) {
            presenter.say(MessageLevel.NOTE, "[" + number + "] " + what + ": " + StatementText.of(statement));
        }
    }

    /** Returns {@code [1] x pump run}. */
    private String label() {
        return "[" + number + "] " + StatementText.of(statement);
    }
}
