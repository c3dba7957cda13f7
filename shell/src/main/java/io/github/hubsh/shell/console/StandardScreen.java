package io.github.hubsh.shell.console;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The process's own two streams. Every line is flushed: a program may wait for it. Thread-safe. */
public final class StandardScreen implements Screen {
    private static final StyledLine NOTHING = StyledLine.of("");
    private static final String CLEAR = "\r\u001b[K";

    private final OutputStream out;
    private final OutputStream err;
    private final int width;
    private final boolean coloredOut;
    private final boolean coloredErr;
    private final boolean moving;

    // Mutable state, guarded by this
    private boolean waiting;

    /**
     * Prints to two streams.
     *
     * @param moving whether a line of {@code err} can be replaced: it goes to a terminal that is not dumb
     */
    public StandardScreen(
            OutputStream out, OutputStream err, int width, boolean coloredOut, boolean coloredErr, boolean moving) {
        this.out = out;
        this.err = err;
        this.width = width;
        this.coloredOut = coloredOut;
        this.coloredErr = coloredErr;
        this.moving = moving;
    }

    @Override
    public synchronized void data(StyledLine line) {
        progress(NOTHING);
        try {
            print(out, line, coloredOut);
        } catch (IOException broken) {
            throw new Gone();
        }
    }

    @Override
    public synchronized void bytes(byte[] content) {
        progress(NOTHING);
        try {
            out.write(content);
            out.flush();
        } catch (IOException broken) {
            throw new Gone();
        }
    }

    @Override
    public synchronized void message(StyledLine line) {
        progress(NOTHING);
        try {
            print(err, line, coloredErr);
        } catch (IOException broken) {
            // A reader that closed stderr wants no messages; it may still want the data.
        }
    }

    @Override
    public synchronized void progress(StyledLine line) {
        boolean shows = moving && !line.text().isEmpty();
        if (!shows && !waiting) {
            return;
        }
        waiting = shows;
        try {
            err.write((CLEAR + text(line, coloredErr)).getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException broken) {
            // The line has no reader.
        }
    }

    @Override
    public int width() {
        return width;
    }

    private static void print(OutputStream stream, StyledLine line, boolean colored) throws IOException {
        stream.write((text(line, colored) + "\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private static String text(StyledLine line, boolean colored) {
        return colored ? Ansi.colored(line) : Ansi.plain(line);
    }
}
