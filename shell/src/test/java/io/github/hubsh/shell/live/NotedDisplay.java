package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.result.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is said, each with its level. */
final class NotedDisplay implements Display {
    final List<String> said = new CopyOnWriteArrayList<>();

    /** What happens after something is said, on the same thread. */
    Runnable afterwards = () -> {};

    @Override
    public void show(Outcome outcome) {}

    @Override
    public void say(MessageLevel level, String text) {
        said.add(level + " " + text);
        afterwards.run();
    }

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
