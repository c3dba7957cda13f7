package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.memory.JobControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Jobs that neither run nor end by themselves; what is asked of them is written down. */
public final class FakeJobs implements JobControl {
    public final List<String> calls = new ArrayList<>();
    private final List<Entry> jobs = new ArrayList<>();
    private boolean ending;

    /** Adds one that runs for some seconds. */
    public FakeJobs with(int number, String line, double seconds) {
        jobs.add(new Entry(number, line, Duration.ofMillis(Math.round(seconds * 1000))));
        return this;
    }

    /** Lets all of them end as soon as they are listed. */
    public FakeJobs ending() {
        ending = true;
        return this;
    }

    @Override
    public List<Entry> list() {
        return List.copyOf(jobs);
    }

    @Override
    public boolean await(int number) {
        return called("await " + number, number);
    }

    @Override
    public boolean cancel(int number) {
        return called("cancel " + number, number);
    }

    private boolean called(String call, int number) {
        calls.add(call);
        return !ending && jobs.stream().anyMatch(job -> job.number() == number);
    }
}
