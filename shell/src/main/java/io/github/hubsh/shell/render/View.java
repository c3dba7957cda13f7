package io.github.hubsh.shell.render;

import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the output, and its format.
 *
 * @param terminal whether data goes to a person rather than a program
 * @param width of the terminal in columns
 * @param debug whether errors show stack traces
 * @param whole whether everything is wanted, however long or wide
 * @param clock for times, with its zone; {@code null} is this machine's, looked up only when a time is shown
 */
public record View(
        OutputFormat format,
        boolean quiet,
        boolean terminal,
        int width,
        boolean debug,
        boolean whole,
        @Nullable Clock clock) {
    /** A view that leaves out what is too much for a screen. */
    public View(OutputFormat format, boolean quiet, boolean terminal, int width, boolean debug, @Nullable Clock clock) {
        this(format, quiet, terminal, width, debug, false, clock);
    }

    /** Returns the clock that is meant. */
    Clock time() {
        return clock == null ? Clock.system(ZoneId.systemDefault()) : clock;
    }

    /** Returns the same view in another format. */
    public View as(OutputFormat other) {
        return new View(other, quiet, terminal, width, debug, whole, clock);
    }

    /** Returns the same view for a program to read. */
    public View piped() {
        return new View(format, quiet, false, width, debug, whole, clock);
    }

    /** Returns the same view without limits in length and width. */
    View unlimited() {
        return new View(format, quiet, terminal, Integer.MAX_VALUE, debug, true, clock);
    }

    /** Returns the same view after the terminal got another width. */
    public View resized(int columns) {
        return columns == width ? this : new View(format, quiet, terminal, columns, debug, whole, clock);
    }
}
