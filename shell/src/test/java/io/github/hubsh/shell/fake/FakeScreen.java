package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.nio.charset.StandardCharsets;
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
    public synchronized void bytes(byte[] content) {
        data.append(new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void message(StyledLine line) {
        messages.append(line.text()).append('\n');
    }

    @Override
    public void progress(StyledLine line) {
        progress.add(line.text());
    }

    /** Frames as text, an empty one for the end; kept only by a screen that is set to draw them. */
    public final List<String> frames = new CopyOnWriteArrayList<>();

    public volatile boolean redraws;

    /** Whether the frames were put away with a key. */
    public volatile boolean dismissed;

    public volatile int width = 80;
    public volatile int height = Integer.MAX_VALUE;

    @Override
    public boolean frame(List<StyledLine> lines) {
        if (redraws) {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line.text()).append('\n'));
            frames.add(text.toString());
        }
        return redraws;
    }

    @Override
    public boolean dismissed() {
        return dismissed;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    public synchronized String data() {
        return data.toString();
    }

    public synchronized String messages() {
        return messages.toString();
    }
}
