package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.word.ShellException;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far the reading of a recording is, where it takes long; and ends it if it was stopped. For one thread. */
final class ReadingProgress {
    private static final long SAY_INTERVAL_NANOS = 1_000_000_000L;
    private static final int LOOK_INTERVAL = 256;

    private final Display display;
    private final LongSupplier clock;

    // Mutable state
    private long said;
    private long lines;
    private long bytes;
    private boolean shown;

    ReadingProgress(Display display) {
        this(display, System::nanoTime);
    }

    ReadingProgress(Display display, LongSupplier clock) {
        this.display = display;
        this.clock = clock;
        this.said = clock.getAsLong();
    }

    /**
     * Takes a line that was read.
     *
     * @throws ShellException INTERRUPTED
     */
    void read(RecordedLine line, String file) {
        lines++;
        bytes += line instanceof RecordedMessage message ? message.line().length : 0;
        if (lines % LOOK_INTERVAL == 0) {
            ShellException.throwIfInterrupted();
            long now = clock.getAsLong();
            if (now - said > SAY_INTERVAL_NANOS) {
                said = now;
                shown = true;
                display.progress(String.format(Locale.ROOT, "%s: %,d lines, %,d MB", file, lines, bytes >> 20));
            }
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            display.progress("");
        }
    }
}
