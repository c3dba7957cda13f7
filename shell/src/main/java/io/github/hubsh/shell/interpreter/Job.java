package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.line.Statement;
import java.util.function.Consumer;

/** One statement that runs beside the prompt, in a thread of its own. May be used from any thread. */
final class Job {
    private final Statement statement;
    private final Presenter presenter;
    private final Runner runner;
    private final Consumer<Job> onEnd;
    private final Thread thread;

    // Mutable state
    private volatile boolean stopped;

    Job(Statement statement, Session session, Presenter presenter, Consumer<Job> onEnd) {
        this.statement = statement;
        this.presenter = presenter;
        this.runner = new Runner(new SessionBeside(session, presenter), presenter, false);
        this.onEnd = onEnd;
        this.thread = new Thread(this::turn, "hubsh-" + name());
        this.thread.setDaemon(true);
    }

    String name() {
        return statement.verb().syntax().name();
    }

    void start() {
        thread.start();
    }

    /** Interrupts it, and does not wait for its end. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void turn() {
        try {
            ShellException failed = runner.run(statement);
            if (failed == null) {
                presenter.note(name() + " ended");
            } else if (stopped && failed.problem() == Problem.INTERRUPTED) {
                presenter.note(name() + " stopped");
            } else {
                presenter.error(failed, "");
            }
        } finally {
            onEnd.accept(this);
        }
    }
}
