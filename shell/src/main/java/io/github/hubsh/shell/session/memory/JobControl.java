package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;

/** What runs beside the line being typed. May be used from any thread. */
public interface JobControl {
    /** Nothing runs, and nothing can. */
    JobControl NONE = new JobControl() {
        @Override
        public List<Entry> list() {
            return List.of();
        }

        @Override
        public boolean await(int number) {
            return false;
        }

        @Override
        public boolean cancel(int number) {
            return false;
        }
    };

    /**
     * A job that runs.
     *
     * @param line what was typed
     */
    record Entry(int number, String line, Duration age) {}

    /** Returns what runs, oldest first. */
    List<Entry> list();

    /**
     * Waits for a job's end, which shows its error if it fails; an interruption cancels the job.
     *
     * @return whether there was one of that number
     * @throws ShellException INTERRUPTED
     */
    boolean await(int number);

    /** Stops a job without waiting for its end; returns whether there was one of that number. */
    boolean cancel(int number);
}
