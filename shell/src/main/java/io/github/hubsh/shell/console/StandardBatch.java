package io.github.hubsh.shell.console;

import io.github.hubsh.shell.session.io.OutputBatch;

/** A batch that is open on a {@link StandardScreen}. */
final class StandardBatch implements OutputBatch {
    private final StandardScreen screen;

    // Mutable state
    private boolean closed;

    private StandardBatch(StandardScreen screen) {
        this.screen = screen;
    }

    /** Returns a new one. Declared with the interface, so that a one-shot need not load either. */
    static OutputBatch of(StandardScreen screen) {
        return new StandardBatch(screen);
    }

    @Override
    public void write() {
        screen.write();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            screen.endBatch();
        }
    }
}
