package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;

/** No screen: for statements whose results are taken as values. */
final class NullScreen implements Screen {
    static final int WIDTH = 80;

    @Override
    public void data(StyledLine line) {}

    @Override
    public void bytes(byte[] content) {}

    @Override
    public void message(StyledLine line) {}

    @Override
    public void progress(StyledLine line) {}

    @Override
    public int width() {
        return WIDTH;
    }
}
