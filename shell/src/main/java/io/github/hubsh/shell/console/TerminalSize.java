package io.github.hubsh.shell.console;

import java.time.Duration;

/**
 * How large the terminal is. Java cannot ask it, so this asks {@code stty}, not more often than a user resizes a
 * window; without {@code stty} it uses the environment. Thread-safe.
 */
public final class TerminalSize {
    /** Narrower terminals are taken for this wide. */
    public static final int MIN_COLUMNS = 20;

    private static final long MAX_AGE_NANOS = Duration.ofMillis(500).toNanos();
    private static final int MAX_SIZE = 10_000;
    private static final int DEFAULT_ROWS = 24;

    private final String device;
    private final int fallbackColumns;

    // Mutable state, guarded by this
    private int columns;
    private int rows;
    private long asked;

    /** Takes the number of columns for where there is no {@code stty}. */
    public TerminalSize(int fallbackColumns) {
        this(Stty.TERMINAL, fallbackColumns);
    }

    TerminalSize(String device, int fallbackColumns) {
        this.device = device;
        this.fallbackColumns = fallbackColumns;
    }

    public synchronized int columns() {
        ask();
        return columns;
    }

    public synchronized int rows() {
        ask();
        return rows;
    }

    private void ask() {
        long now = System.nanoTime();
        if (columns > 0 && now - asked < MAX_AGE_NANOS) {
            return;
        }
        asked = now;
        String[] answer = Stty.run(device, "size").split(" ", 2);
        int height = number(answer[0]);
        int width = answer.length == 2 ? number(answer[1]) : 0;
        columns = width > 0 ? Math.max(MIN_COLUMNS, width) : fallbackColumns;
        rows = height > 0 ? height : DEFAULT_ROWS;
    }

    private static int number(String text) {
        try {
            return Math.max(0, Math.min(MAX_SIZE, Integer.parseInt(text)));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
