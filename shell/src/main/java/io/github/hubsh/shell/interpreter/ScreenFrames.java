package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.result.Outcome;
import org.jspecify.annotations.Nullable;

/** The frames of a presenter: on its screen where that can redraw, else among its results. */
final class ScreenFrames implements FrameDisplay {
    private final Presenter presenter;

    // Mutable state, of the thread that runs statements
    private volatile Outcome.@Nullable Frame drawn;

    ScreenFrames(Presenter presenter) {
        this.presenter = presenter;
    }

    @Override
    public void draw(Outcome.Frame frame) {
        if (presenter.redraw(frame)) {
            drawn = frame;
        } else {
            presenter.show(frame);
        }
    }

    @Override
    public void end(boolean keep) {
        Outcome.Frame last = drawn;
        drawn = null;
        if (last != null) {
            presenter.clearFrame();
            if (keep) {
                presenter.show(last);
            }
        }
    }

    @Override
    public boolean dismissed() {
        return presenter.dismissed();
    }

    @Override
    public int width() {
        return presenter.width();
    }
}
