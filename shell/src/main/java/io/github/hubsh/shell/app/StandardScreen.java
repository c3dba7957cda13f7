package io.github.hubsh.shell.app;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The process's own two streams. Every line is flushed, for a program may wait for it. */
final class StandardScreen implements Screen {
    private final OutputStream out;
    private final OutputStream err;
    private final int width;
    private final boolean coloredOut;
    private final boolean coloredErr;

    StandardScreen(OutputStream out, OutputStream err, int width, boolean coloredOut, boolean coloredErr) {
        this.out = out;
        this.err = err;
        this.width = width;
        this.coloredOut = coloredOut;
        this.coloredErr = coloredErr;
    }

    @Override
    public synchronized void data(StyledLine line) {
        try {
            print(out, line, coloredOut);
        } catch (IOException broken) {
            throw new Gone();
        }
    }

    @Override
    public synchronized void message(StyledLine line) {
        try {
            print(err, line, coloredErr);
        } catch (IOException broken) {
            // Whoever closed stderr wants no messages; the data may still be wanted.
        }
    }

    @Override
    public int width() {
        return width;
    }

    private static void print(OutputStream stream, StyledLine line, boolean colored) throws IOException {
        String text = colored ? Ansi.colored(line) : line.text();
        stream.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
