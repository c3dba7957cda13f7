package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.util.ArrayList;
import java.util.List;

/** A screen that is too small for everything, and has a pager. */
final class PagingScreen implements Screen {
    final List<String> paged = new ArrayList<>();
    final List<String> printed = new ArrayList<>();

    @Override
    public boolean isForPager(List<StyledLine> lines) {
        return true;
    }

    @Override
    public boolean page(List<StyledLine> lines) {
        lines.forEach(line -> paged.add(line.text()));
        return true;
    }

    @Override
    public void data(StyledLine line) {
        printed.add(line.text());
    }

    @Override
    public void bytes(byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void message(StyledLine line) {
        printed.add(line.text());
    }

    @Override
    public void progress(StyledLine line) {}

    @Override
    public int width() {
        return 80;
    }
}
