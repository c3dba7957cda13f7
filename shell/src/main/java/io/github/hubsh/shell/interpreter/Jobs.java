package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.line.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** What runs beside the prompt, newest first. May be used from any thread. */
public final class Jobs {
    private final Session session;
    private final Presenter presenter;

    // Mutable state
    private final Deque<Job> running = new ArrayDeque<>(); // guarded by itself

    Jobs(Session session, Presenter presenter) {
        this.session = session;
        this.presenter = presenter;
    }

    /** Stops what was started last; returns whether there was anything. */
    public boolean stopNewest() {
        synchronized (running) {
            Job newest = running.poll();
            if (newest == null) {
                return false;
            }
            newest.stop();
            return true;
        }
    }

    /** Stops everything. */
    public void stopAll() {
        while (stopNewest()) {
            // One after the other.
        }
    }

    /** Starts a statement and comes back at once; what it shows is its own presenter's. */
    void start(Statement statement) {
        Job job = new Job(statement, session, presenter.beside(), this::ended);
        presenter.note(job.name() + " runs beside the prompt; Ctrl-C on an empty line stops it");
        synchronized (running) {
            running.push(job);
        }
        job.start();
    }

    private void ended(Job job) {
        synchronized (running) {
            running.remove(job);
        }
    }
}
