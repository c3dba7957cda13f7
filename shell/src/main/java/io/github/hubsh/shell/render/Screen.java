package io.github.hubsh.shell.render;

import io.github.hubsh.shell.session.io.OutputBatch;
import java.util.List;

/** Where lines go in the end: the process's two streams, or above the prompt. May be used from any thread. */
public interface Screen {
    /** Prints a line of data. */
    void data(StyledLine line);

    /** Lets lines of data wait for others, until the batch is closed. */
    default OutputBatch batch() {
        return OutputBatch.NONE;
    }

    /** Writes bytes of data as they are; not at a terminal, which would obey them. */
    void bytes(byte[] content);

    /** Prints a line that is no data: a message, a warning, an error. */
    void message(StyledLine line);

    /** Prints lines of one message, with none of another one between them. */
    default void messages(List<StyledLine> lines) {
        lines.forEach(this::message);
    }

    /**
     * Shows a line until the next one replaces it, or until an empty one or any other output removes it; only where
     * messages go to a terminal.
     */
    void progress(StyledLine line);

    /**
     * Draws lines in the place of those that were drawn before, and nothing else meanwhile; the first ones take the
     * whole screen, and an empty list restores it.
     *
     * @return whether that can be done here; if not, nothing was shown
     */
    default boolean frame(List<StyledLine> lines) {
        return false;
    }

    /** Returns whether the user has closed the frames with a key; the thread that drew is interrupted then. */
    default boolean dismissed() {
        return false;
    }

    /** Returns whether lines of data take more rows than the screen has, and there is a pager for them. */
    default boolean isForPager(List<StyledLine> lines) {
        return false;
    }

    /**
     * Shows lines of data in a pager, which scrolls in both directions.
     *
     * @return whether that can be done here; if not, nothing was shown
     */
    default boolean page(List<StyledLine> lines) {
        return false;
    }

    /** Returns how many rows there are now; a very large number where rows are not counted. */
    default int height() {
        return Integer.MAX_VALUE;
    }

    /** Returns how many columns there are now: a terminal may be resized. */
    int width();

    /** The reader of the data is gone: a broken pipe. Everything ends without a message. */
    final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Gone() {
            super("the reader of the output is gone", null, false, false);
        }
    }
}
