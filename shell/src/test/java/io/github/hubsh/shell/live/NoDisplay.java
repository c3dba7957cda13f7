package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.result.Outcome;

/** A session that shows nothing. */
final class NoDisplay implements Display {
    @Override
    public void show(Outcome outcome) {}

    @Override
    public void say(MessageLevel level, String text) {}

    @Override
    public void progress(String text) {}

    @Override
    public FrameDisplay frames() {
        throw new IllegalStateException("no frames");
    }

    @Override
    public OutputBatch batch() {
        return OutputBatch.NONE;
    }

    @Override
    public boolean wantsJson() {
        return false;
    }
}
