package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.ShellException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The one that writes to the terminal: lines from any thread go into a bounded queue, and a thread of its own prints what
 * has gathered at once, so that a flood redraws the typed line a few times and not once for each line.
 */
final class Printer {
    /** Lines that wait. */
    static final int ROOM = 1_000;

    /** Room for what must not be lost, but may not wait either: errors and notes. */
    private static final int ROOM_FOR_MESSAGES = 10 * ROOM;

    /** One line up, and away with what stands there. JLine ends every text with a line end, so the cursor is below. */
    private static final String TAKE_BACK = "\u001b[A\r\u001b[K";

    private static final String UP = "\u001b[A";

    private final Consumer<String> terminal;
    private final Object lock = new Object();

    // Mutable state, guarded by lock
    private final Deque<String> waiting = new ArrayDeque<>();
    private long added;
    private long printed;
    private long lost;
    private boolean closed;
    private String progress = "";
    private String progressShown = "";

    /**
     * Prints through another.
     *
     * @param terminal prints text that ends with a line end
     */
    Printer(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    void start() {
        Thread thread = new Thread(this::loop, "hubsh-printer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Prints a line of a result; waits while there is no room.
     *
     * @throws ShellException INTERRUPTED while waiting
     */
    void print(String line) {
        synchronized (lock) {
            try {
                while (waiting.size() >= ROOM && !closed) {
                    lock.wait();
                }
            } catch (InterruptedException stop) {
                throw ShellException.interrupted("stopped");
            }
            add(line);
        }
    }

    /** Prints an error or a note; never waits. */
    void tell(String line) {
        addIfRoom(line, ROOM_FOR_MESSAGES);
    }

    /** Prints a line that came by itself; where there is no room it is counted instead. Never waits. */
    void offer(String line) {
        addIfRoom(line, ROOM);
    }

    /** Shows a line below all others that the next one replaces, or an empty one takes away. */
    void progress(String line) {
        synchronized (lock) {
            if (!closed && !line.equals(progress)) {
                progress = line;
                added++;
                lock.notifyAll();
            }
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
            text.append(progressShown.isEmpty() ? "" : TAKE_BACK);
            for (String line : waiting) {
                text.append(line).append('\n');
            }
            waiting.clear();
            if (lost > 0) {
                text.append(String.format(Locale.ROOT, "… %,d more\n", lost));
                lost = 0;
            }
            text.append(progress).append(progress.isEmpty() ? "" : "\n");
            progressShown = progress;
            last = added;
            lock.notifyAll();
        }
        if (text.toString().equals(TAKE_BACK)) {
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

    private void loop() {
        while (awaitLines()) {
            turn();
        }
    }

    private boolean awaitLines() {
        synchronized (lock) {
            try {
                while (printed == added && lost == 0 && !closed) {
                    lock.wait();
                }
            } catch (InterruptedException stop) {
                closed = true;
            }
            return !closed;
        }
    }

    private void addIfRoom(String line, int room) {
        synchronized (lock) {
            if (waiting.size() < room) {
                add(line);
            } else {
                lost++;
            }
        }
    }

    private void add(String line) {
        if (!closed) {
            waiting.add(line);
            added++;
            lock.notifyAll();
        }
    }
}
