package io.github.hubsh.shell.console;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.session.io.OutputBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The process's own two streams. Every line is flushed, because a program may wait for it; of a batch, all at once.
 * Thread-safe.
 */
public final class StandardScreen implements Screen {
    private static final StyledLine NOTHING = StyledLine.of("");
    private static final int MAX_BATCH_BYTES = 64 << 10;
    private static final String CLEAR = "\r\u001b[K";

    private final OutputStream out;
    private final OutputStream err;
    private final int width;
    private final boolean coloredOut;
    private final boolean coloredErr;
    private final boolean moving;

    // Mutable state, guarded by this
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private boolean waiting;
    private int batches;

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
        unwritten.writeBytes(encoded(line, coloredOut));
        if (batches == 0 || unwritten.size() >= MAX_BATCH_BYTES) {
            write();
        }
    }

    @Override
    public synchronized OutputBatch batch() {
        batches++;
        return StandardBatch.of(this);
    }

    @Override
    public synchronized void bytes(byte[] content) {
        progress(NOTHING);
        unwritten.writeBytes(content);
        write();
    }

    @Override
    public synchronized void message(StyledLine line) {
        progress(NOTHING);
        write();
        try {
            err.write(encoded(line, coloredErr));
            err.flush();
        } catch (IOException broken) {
            // A reader that closed stderr wants no messages; it may still want the data.
        }
    }

    @Override
    public synchronized void messages(List<StyledLine> lines) {
        lines.forEach(this::message);
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

    /** One batch is over. */
    synchronized void endBatch() {
        batches--;
        write();
    }

    /** Writes the data that waits. */
    synchronized void write() {
        if (unwritten.size() == 0) {
            return;
        }
        byte[] data = unwritten.toByteArray();
        unwritten.reset();
        try {
            out.write(data);
            out.flush();
        } catch (IOException broken) {
            throw new Gone();
        }
    }

    private static byte[] encoded(StyledLine line, boolean colored) {
        return (text(line, colored) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(StyledLine line, boolean colored) {
        return colored ? Ansi.colored(line) : Ansi.plain(line);
    }
}
