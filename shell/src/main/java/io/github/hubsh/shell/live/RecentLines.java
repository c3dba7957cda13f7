package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.memory.LineHistory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest of the lines that were typed. Thread-safe. */
final class RecentLines implements LineHistory {
    private static final int MAX_LINES = 10_000;

    // Mutable state, guarded by this
    private final List<String> lines = new ArrayList<>();
    private final ArrayDeque<String> earlier = new ArrayDeque<>();
    private int firstNumber = 1;

    @Override
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized int firstNumber() {
        return firstNumber;
    }

    @Override
    public synchronized List<String> earlier() {
        return List.copyOf(earlier);
    }

    @Override
    public synchronized void addEarlier(String line) {
        if (earlier.size() >= MAX_LINES) {
            earlier.removeFirst();
        }
        earlier.addLast(line);
    }

    @Override
    public synchronized void add(String line) {
        if (lines.size() >= MAX_LINES) {
            lines.remove(0);
            firstNumber++;
        }
        lines.add(line);
    }
}
