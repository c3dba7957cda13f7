package io.github.hubsh.shell.terminal;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.console.AlternateScreen;
import io.github.hubsh.shell.word.Interruptible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one that writes to the terminal: lines from any thread go into a bounded queue, and a thread of its own prints
 * what has gathered at once, so that a flood redraws the typed line a few times and not once for each line.
 */
final class TerminalWriter {
    /** Lines that wait. */
    static final int MAX_WAITING_LINES = 1_000;

    /** Room for what must not be lost, but may not wait either: errors and notes. */
    private static final int MAX_WAITING_MESSAGES = 10 * MAX_WAITING_LINES;

    /** In a flood, how long the terminal is left to the user who types; people do not read faster anyway. */
    private static final long FLOOD_PAUSE_NANOS = 100_000_000L;

    /** One line up, and away with what stands there. JLine ends every text with a line end, so the cursor is below. */
    private static final String TAKE_BACK = "\u001b[A\r\u001b[K";

    private static final String UP = "\u001b[A";

    private final Consumer<String> terminal;
    private final Object lock = new Object();

    // Mutable state, guarded by lock
    private final AlternateScreen alternate = new AlternateScreen("\n");
    private final Deque<String> waiting = new ArrayDeque<>();
    private long added;
    private long printed;
    private long lost;
    private long restUntil; // of System.nanoTime(), while resting
    private boolean resting;
    private boolean closed;
    private boolean dirty;
    private boolean lent;
    private List<String> frame = List.of();
    private String progress = "";
    private String progressShown = "";

    /**
     * Prints through another.
     *
     * @param terminal prints text that ends with a line end
     */
    TerminalWriter(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    void start() {
        Thread unused = DaemonThreads.start("hubsh-printer", this::loop);
    }

    /**
     * Prints a line of a result; waits while there is no room.
     *
     * @throws io.github.hubsh.shell.word.ShellException INTERRUPTED while waiting
     */
    void print(String line) {
        synchronized (lock) {
            Interruptible.run("stopped", () -> {
                while (waiting.size() >= MAX_WAITING_LINES && !closed) {
                    lock.wait();
                }
            });
            add(line);
        }
    }

    /** Prints an error or a note; never waits. */
    void tell(String line) {
        addIfRoom(line, MAX_WAITING_MESSAGES);
    }

    /** Prints the lines of one message below each other. */
    void tell(List<String> lines) {
        synchronized (lock) {
            lines.forEach(this::tell);
        }
    }

    /** Prints a line that came by itself; where there is no room it is counted instead. Never waits. */
    void offer(String line) {
        addIfRoom(line, MAX_WAITING_LINES);
    }

    /** Shows a line below all others that the next one replaces, or an empty one takes away. */
    void progress(String line) {
        synchronized (lock) {
            if (!closed && !line.equals(progress)) {
                progress = line;
                added++;
                wake();
            }
        }
    }

    /**
     * Shows these lines and nothing else, in the place of those before; an empty list restores the screen, and what
     * came meanwhile is printed there. Never waits: of several frames that come at once the last one is shown.
     */
    void frame(List<String> lines) {
        synchronized (lock) {
            if (!closed && !(lines.isEmpty() && frame.isEmpty())) {
                frame = List.copyOf(lines);
                added++;
                dirty = true;
                lock.notifyAll();
            }
        }
    }

    /** Prints what has come, and nothing while the borrower uses the terminal. */
    void lend(Runnable borrower) {
        drain();
        lend(true);
        try {
            borrower.run();
        } finally {
            lend(false);
        }
    }

    private void lend(boolean now) {
        synchronized (lock) {
            lent = now;
            lock.notifyAll();
        }
    }

    /** Waits until everything that came before is printed. An interruption ends the waiting. */
    void drain() {
        synchronized (lock) {
            long last = added;
            try {
                while (printed < last && !closed) {
                    lock.wait();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Prints nothing any more, once what waits is printed. */
    void close() {
        frame(List.of());
        drain();
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    /** Prints what waits. For the printer's thread, or a test. */
    void turn() {
        StringBuilder text = new StringBuilder();
        long last;
        synchronized (lock) {
            dirty = false;
            if (!frame.isEmpty()) {
                text.append(alternate.draw(frame)).append('\n');
            } else {
                // Up and down again, because text has to end with a line end.
                text.append(alternate.isShown() ? alternate.leave() + UP + "\n" : "");
                gather(text);
            }
            last = alternate.isShown() ? printed : added;
            lock.notifyAll();
        }
        if (text.toString().endsWith(TAKE_BACK)) {
            text.append(UP); // or the line end that follows would leave an empty line
        }
        try {
            terminal.accept(text.toString());
        } finally {
            synchronized (lock) {
                printed = last;
                lock.notifyAll();
            }
        }
    }

    private void gather(StringBuilder text) {
        text.append(progressShown.isEmpty() ? "" : TAKE_BACK);
        for (String line : waiting) {
            text.append(line).append('\n');
        }
        waiting.clear();
        if (lost > 0) {
            text.append(String.format(Locale.ROOT, "… %,d more\n", lost));
            lost = 0;
            resting = true;
            restUntil = System.nanoTime() + FLOOD_PAUSE_NANOS;
        }
        text.append(progress).append(progress.isEmpty() ? "" : "\n");
        progressShown = progress;
    }

    /** A frame hides everything else, so only the next frame is a reason to draw. */
    private void wake() {
        dirty |= frame.isEmpty();
        lock.notifyAll();
    }

    private void loop() {
        while (awaitLines()) {
            turn();
        }
    }

    private boolean awaitLines() {
        synchronized (lock) {
            try {
                while ((!dirty || lent || restMillis() > 0) && !closed) {
                    lock.wait(restMillis()); // 0 waits without a limit
                }
                resting = false;
            } catch (InterruptedException stop) {
                closed = true;
            }
            return !closed;
        }
    }

    /** Returns how long the terminal is still to be left alone, in milliseconds; 0 for not at all. */
    private long restMillis() {
        return resting ? Math.max(0, TimeUnit.NANOSECONDS.toMillis(restUntil - System.nanoTime())) : 0;
    }

    private void addIfRoom(String line, int room) {
        synchronized (lock) {
            if (waiting.size() < room) {
                add(line);
            } else {
                lost++;
                wake();
            }
        }
    }

    private void add(String line) {
        if (!closed) {
            waiting.add(line);
            added++;
            wake();
        }
    }
}
