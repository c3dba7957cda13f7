package io.github.hubsh.shell.session.io;

import io.github.hubsh.shell.session.result.Outcome;

/** What appears while a statement still runs. */
public interface Display {
    /** Shows a result: data. */
    void show(Outcome outcome);

    /** Says a line beside the results. */
    void say(MessageLevel level, String text);

    /**
     * Says how far a long wait is, on one line at a terminal that the next call replaces.
     *
     * @param text empty to take the line away, which a statement that has shown one does at its end
     */
    void progress(String text);

    /** Returns what shows a picture that changes; always the same for one statement. */
    FrameDisplay frames();

    /** Lets results wait for others, until the batch is closed; where there is nothing to gain, none does. */
    OutputBatch batch();

    /** Returns whether data has to be JSON. */
    boolean wantsJson();
}
