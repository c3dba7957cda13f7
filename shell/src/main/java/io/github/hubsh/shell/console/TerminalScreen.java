package io.github.hubsh.shell.console;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.session.io.OutputBatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two streams where the first is a terminal: frames are drawn on its other screen, which the process always leaves
 * as it ends. What is printed meanwhile waits. Thread-safe.
 */
public final class TerminalScreen implements Screen {
    private static final int MAX_WAITING_LINES = 1_000;

    private final Screen streams;
    private final OutputStream out;
    private final boolean colored;
    private final boolean redraws;
    private final TerminalSize size;
    private final boolean hears;

    // Mutable state, guarded by this
    private final AlternateScreen frames = new AlternateScreen("\r\n");
    private final List<StyledLine> waiting = new ArrayList<>();
    private boolean ending;
    private boolean watched;
    private @Nullable FrameKeys keys;

    /**
     * Adds frames to a screen.
     *
     * @param redraws whether the terminal can do more than print
     * @param hears whether a user is there whose keys can end a picture
     */
    public TerminalScreen(
            Screen streams, OutputStream out, boolean colored, boolean redraws, TerminalSize size, boolean hears) {
        this.streams = streams;
        this.out = out;
        this.colored = colored;
        this.redraws = redraws;
        this.size = size;
        this.hears = hears;
    }

    @Override
    public synchronized void data(StyledLine line) {
        streams.data(line);
    }

    @Override
    public OutputBatch batch() {
        return streams.batch();
    }

    @Override
    public synchronized void bytes(byte[] content) {
        streams.bytes(content);
    }

    @Override
    public synchronized void message(StyledLine line) {
        if (!frames.isShown()) {
            streams.message(line);
        } else if (waiting.size() < MAX_WAITING_LINES) {
            waiting.add(line);
        }
    }

    @Override
    public synchronized void messages(List<StyledLine> lines) {
        lines.forEach(this::message);
    }

    @Override
    public synchronized void progress(StyledLine line) {
        if (!frames.isShown()) {
            streams.progress(line);
        }
    }

    @Override
    public int width() {
        return size.columns();
    }

    @Override
    public int height() {
        return size.rows();
    }

    @Override
    public synchronized boolean frame(List<StyledLine> lines) {
        if (!redraws || ending) {
            return redraws;
        }
        if (lines.isEmpty()) {
            leave();
            return true;
        }
        if (!watched) {
            watched = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "hubsh-screen"));
        }
        if (!frames.isShown() && hears) {
            keys = FrameKeys.ofTerminal();
            keys.begin();
        }
        write(frames.draw(texts(lines)));
        return true;
    }

    @Override
    public synchronized boolean dismissed() {
        return keys != null && keys.dismissed();
    }

    private List<String> texts(List<StyledLine> lines) {
        List<String> texts = new ArrayList<>(lines.size());
        for (StyledLine line : lines) {
            texts.add(colored ? Ansi.colored(line) : line.text());
        }
        return texts;
    }

    /** Ctrl-C may end the process while a thread draws: after this no thread draws. */
    private synchronized void end() {
        ending = true;
        leave();
    }

    private void leave() {
        if (frames.isShown()) {
            if (keys != null) {
                keys.end();
            }
            write(frames.leave());
            waiting.forEach(streams::message);
            waiting.clear();
        }
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException broken) {
            throw new Gone();
        }
    }
}
