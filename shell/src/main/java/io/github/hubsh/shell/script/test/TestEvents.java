package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestEvent;
import io.github.hubsh.shell.report.TestEvent.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last events of a test, and how many came before them. Thread-safe. */
final class TestEvents {
    private static final int MAX_EVENTS = 500;
    private static final int MAX_LINE_LENGTH = 500;

    // Mutable state, guarded by this
    private final Deque<TestEvent> events = new ArrayDeque<>();
    private long begun = System.nanoTime();
    private long left;

    /** Forgets everything: the test begins now. */
    synchronized void begin() {
        events.clear();
        left = 0;
        begun = System.nanoTime();
    }

    synchronized void add(Kind kind, String line) {
        if (events.size() >= MAX_EVENTS) {
            events.remove();
            left++;
        }
        events.add(new TestEvent((System.nanoTime() - begun) / 1e6, kind, ReportText.shortened(line, MAX_LINE_LENGTH)));
    }

    /** Returns the events so far; the first says how many are left out, if some are. */
    synchronized List<TestEvent> all() {
        List<TestEvent> all = new ArrayList<>(events.size() + 1);
        if (left > 0) {
            all.add(new TestEvent(0, Kind.OUTPUT, "… " + left + " earlier lines are left out"));
        }
        all.addAll(events);
        return List.copyOf(all);
    }
}
