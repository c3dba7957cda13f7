package io.github.hubsh.shell.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for a time on the clock of {@link System#nanoTime()}. */
final class Pace {
    private Pace() {}

    /**
     * Waits until that time; not at all if it has passed.
     *
     * @throws ShellException INTERRUPTED
     */
    static void until(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped");
        }
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
