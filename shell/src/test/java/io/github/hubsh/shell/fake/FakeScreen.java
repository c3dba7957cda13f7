package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was printed, as text. */
public final class FakeScreen implements Screen {
    public final List<String> progress = new CopyOnWriteArrayList<>();

    private final StringBuilder data = new StringBuilder();
    private final StringBuilder messages = new StringBuilder();

    @Override
    public synchronized void data(StyledLine line) {
        data.append(line.text()).append('\n');
    }

    @Override
    public synchronized void message(StyledLine line) {
        messages.append(line.text()).append('\n');
    }

    @Override
    public void progress(StyledLine line) {
        progress.add(line.text());
    }

    @Override
    public int width() {
        return 80;
    }

    public synchronized String data() {
        return data.toString();
    }

    public synchronized String messages() {
        return messages.toString();
    }
}
