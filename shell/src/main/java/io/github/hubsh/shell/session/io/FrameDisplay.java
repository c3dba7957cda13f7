package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.session.result.Outcome;

/** Shows how something that changes looks now. A statement that has drawn a frame ends with {@link #end}. */
public interface FrameDisplay {
    /** Draws a frame: in the place of the frame before where a terminal can redraw, else below it. */
    void draw(Outcome.Frame frame);

    /**
     * Restores the screen as it was before the first frame.
     *
     * @param keep whether the last frame is shown once more, as a result that stays
     */
    void end(boolean keep);

    /**
     * Returns whether the user has put the frames away, with a key: the statement's thread is interrupted then, and
     * nothing is wrong.
     */
    boolean dismissed();

    /** Returns how many columns a line has; where there is no terminal, as many as a usual one. */
    int width();
}
