package io.github.hubsh.shell.console;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two streams where the first is a terminal: frames are drawn on its other screen, which the process leaves however it
 * ends. What is printed meanwhile waits. Thread-safe.
 */
public final class TerminalScreen implements Screen {
    private static final String ENTER = "\u001b[?1049h\u001b[2J\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final int MAX_WAITING = 1_000;

    private final Screen streams;
    private final OutputStream out;
    private final boolean colored;
    private final boolean redraws;
    private final TerminalSize size;
    private final boolean hears;

    // Mutable state, guarded by this
    private final List<StyledLine> waiting = new ArrayList<>();
    private boolean framed;
    private boolean ending;
    private boolean watched;
    private @Nullable PictureKeys keys;

    /**
     * Adds frames to a screen.
     *
     * @param redraws whether the terminal can do more than print
     * @param hears whether somebody sits there whose keys can end a picture
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
    public synchronized void message(StyledLine line) {
        if (!framed) {
            streams.message(line);
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(line);
        }
    }

    @Override
    public synchronized void progress(StyledLine line) {
        if (!framed) {
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
        if (!framed && hears) {
            keys = new PictureKeys();
            keys.begin();
        }
        write((framed ? "" : ENTER) + drawing(lines));
        framed = true;
        return true;
    }

    @Override
    public synchronized boolean dismissed() {
        return keys != null && keys.dismissed();
    }

    private String drawing(List<StyledLine> lines) {
        StringBuilder text = new StringBuilder("\u001b[H");
        for (int i = 0; i < lines.size(); i++) {
            StyledLine line = lines.get(i);
            text.append(i == 0 ? "" : "\u001b[K\r\n").append(colored ? Ansi.colored(line) : line.text());
        }
        return text.append("\u001b[J").toString();
    }

    /** Ctrl-C ends the process while somebody draws: after this nobody does. */
    private synchronized void end() {
        ending = true;
        leave();
    }

    private void leave() {
        if (framed) {
            framed = false;
            if (keys != null) {
                keys.end();
            }
            write(LEAVE);
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
