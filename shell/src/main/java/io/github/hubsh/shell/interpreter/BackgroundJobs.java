package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs beside the line being typed, or beside the statements of a script. May be used from any thread. */
public final class BackgroundJobs implements JobControl, BackgroundJob.OnEnd {
    private static final int MAX_JOBS = 20;

    private final Presenter presenter;
    private final boolean announcing;
    private final Runnable readerGone;

    // Mutable state, guarded by running
    private final List<BackgroundJob> running = new ArrayList<>(); // oldest first
    private int last;
    private int status;
    private volatile boolean gone;

    /**
     * Runs nothing yet.
     *
     * @param announcing whether to announce to the user that a job has started and ended
     * @param readerGone called if the reader of the jobs' output is gone
     */
    BackgroundJobs(Presenter presenter, boolean announcing, Runnable readerGone) {
        this.presenter = presenter;
        this.announcing = announcing;
        this.readerGone = readerGone;
    }

    /** Stops what was started last; returns whether there was anything. */
    public boolean stopNewest() {
        synchronized (running) {
            if (running.isEmpty()) {
                return false;
            }
            running.remove(running.size() - 1).stop();
            return true;
        }
    }

    /** Stops what hears or serves, and tells of what would not have ended by itself. */
    void stopLive() {
        List<BackgroundJob> live;
        synchronized (running) {
            live = running.stream().filter(BackgroundJob::isLive).toList();
        }
        for (BackgroundJob job : live) {
            presenter.say(MessageLevel.NOTE, "stopped: " + job.entry().line());
            job.stop();
        }
    }

    /** Stops everything. */
    public void stopAll() {
        while (stopNewest()) {
            // One after the other.
        }
    }

    /**
     * Waits until nothing runs; returns 0, or the exit code of the first job that failed.
     *
     * @throws Screen.Gone if the reader of their output is gone
     */
    int awaitAll() {
        for (BackgroundJob job = newest(); job != null; job = newest()) {
            job.await();
        }
        if (gone) {
            throw new Screen.Gone();
        }
        synchronized (running) {
            return status;
        }
    }

    /**
     * Starts a statement and comes back at once; what it shows is its own presenter's.
     *
     * @param own the session that it acts on
     */
    void start(Statement statement, Session own) {
        BackgroundJob job;
        synchronized (running) {
            if (running.size() >= MAX_JOBS) {
                throw new ShellException(Problem.USAGE, "more than " + MAX_JOBS + " jobs at once")
                        .hint("cancel stops one, fg waits for one");
            }
            job = new BackgroundJob(++last, statement, own, presenter.beside(), announcing, this);
            running.add(job);
        }
        if (!statement.isLive()) {
            announce(job);
            job.start();
            return;
        }
        job.start();
        if (find(job.number()) != null) {
            // From now on it hears, or serves.
            announce(job);
        }
    }

    private void announce(BackgroundJob job) {
        if (announcing) {
            presenter.say(
                    MessageLevel.NOTE,
                    "[" + job.number() + "] " + job.name()
                            + " runs beside the prompt; Ctrl-C on an empty line stops it");
        }
    }

    @Override
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        synchronized (running) {
            for (BackgroundJob job : running) {
                entries.add(job.entry());
            }
        }
        return entries;
    }

    @Override
    public boolean await(int number) {
        BackgroundJob job = find(number);
        if (job != null) {
            job.await();
            return true;
        }
        synchronized (running) {
            return number > 0 && number <= last; // it has ended already
        }
    }

    @Override
    public boolean cancel(int number) {
        BackgroundJob job = find(number);
        if (job != null) {
            job.stop();
        }
        return job != null;
    }

    private @Nullable BackgroundJob newest() {
        synchronized (running) {
            return running.isEmpty() ? null : running.get(running.size() - 1);
        }
    }

    private @Nullable BackgroundJob find(int number) {
        synchronized (running) {
            for (BackgroundJob job : running) {
                if (job.number() == number) {
                    return job;
                }
            }
        }
        return null;
    }

    @Override
    public void readerGone() {
        gone = true;
        stopAll();
        readerGone.run();
    }

    @Override
    public void ended(BackgroundJob job, int exitCode) {
        synchronized (running) {
            running.remove(job);
            status = status == 0 ? exitCode : status;
        }
    }
}
