package io.github.hubsh.shell.session;

import java.util.List;

/** What appears while a statement still runs. */
public interface Display {
    /** Shows a result: data. */
    void show(Outcome outcome);

    /** Tells something that is not data: {@code connected to …}. */
    void note(String text);

    /** Tells people at a terminal what programs find in the data. */
    void aside(String text);

    /**
     * Says how far a long wait is, on one line at a terminal that the next call replaces.
     *
     * @param text empty to take the line away; whoever has shown one does so at the end
     */
    void progress(String text);

    /**
     * Shows how something that changes looks now: in the place of the frame before where a terminal can redraw, else below
     * it. Whoever has shown one ends with {@link #endFrames}.
     */
    default void frame(Outcome.Frame frame) {
        show(frame);
    }

    /**
     * Gives the screen back as it was before the first frame.
     *
     * @param keep whether the last frame is shown once more, as a result that stays
     */
    default void endFrames(boolean keep) {
        // Where frames stand below one another there is nothing to give back.
    }

    /**
     * Returns whether whoever looked at the frames has put them away, with a key: the statement's thread is interrupted then,
     * and nothing is wrong.
     */
    default boolean dismissed() {
        return false;
    }

    /** Tells something that may be wrong. */
    void warn(String text);

    /** Shows a line of a script's output: data, unless data has to be JSON, where it goes where messages go. */
    default void print(String line) {
        show(new Outcome.Text(List.of(line)));
    }

    /** Returns whether data has to be JSON. */
    default boolean wantsJson() {
        return false;
    }

    /** Tells a line as it is, even to those who want to be told nothing. */
    default void tell(String line) {
        note(line);
    }
}
