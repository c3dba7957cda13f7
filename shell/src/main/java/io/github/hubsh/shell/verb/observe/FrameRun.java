package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.util.function.Supplier;

/** Shows frames, each in the place of the one before, and restores the screen at the end. */
final class FrameRun {
    private FrameRun() {}

    /**
     * Shows frames until the work ends. A person may put them away with a key; that is a good end too.
     *
     * @param stopped makes the error for Ctrl-C
     */
    static Outcome of(FrameDisplay frames, Runnable work, Supplier<ShellException> stopped) {
        boolean ended = false;
        try {
            work.run();
            ended = true;
            return Outcome.NOTHING;
        } catch (ShellException failed) {
            if (frames.dismissed()) {
                return Outcome.NOTHING;
            }
            throw failed.isInterruption() ? stopped.get() : failed;
        } finally {
            frames.end(ended);
        }
    }
}
