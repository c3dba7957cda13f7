package io.github.hubsh.shell.verb.timing;

import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for a time on the clock of {@link System#nanoTime()}. */
public final class Pacing {
    private Pacing() {}

    /**
     * Waits until that time; not at all if it has passed.
     *
     * @throws ShellException INTERRUPTED
     */
    public static void until(long nanoTime) {
        Interruptible.run("stopped", () -> TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime()));
    }

    public static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
