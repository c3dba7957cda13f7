package io.github.hubsh.shell.console;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keys at the process's terminal while a picture has it: q and Esc put the picture away. Java cannot read a key by itself, so
 * {@code stty} is asked for a terminal that hands on each at once, and for the one that was there before at the end.
 */
final class PictureKeys {
    private static final int ESCAPE = 27;

    // Mutable state, guarded by this
    private @Nullable Thread drawing;
    private String before = "";
    private boolean dismissed;

    /** Listens from now on; the calling thread is interrupted when somebody puts the picture away. */
    synchronized void begin() {
        dismissed = false;
        before = Stty.run("-g");
        if (before.isEmpty()) {
            return;
        }
        // Reads end after a tenth of a second, so that nobody waits for a key that does not come.
        Stty.run("-echo", "-icanon", "min", "0", "time", "1");
        drawing = Thread.currentThread();
        Thread thread = new Thread(this::listen, "hubsh-keys");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives the terminal back as it was. */
    synchronized void end() {
        if (drawing != null) {
            drawing = null;
            Stty.run(before);
        }
    }

    synchronized boolean dismissed() {
        return dismissed;
    }

    private void listen() {
        byte[] keys = new byte[64];
        try (InputStream terminal = new FileInputStream(Stty.TERMINAL)) {
            while (isDrawing()) {
                int count = terminal.read(keys);
                if (count > 0 && putsAway(keys, count)) {
                    dismiss();
                }
            }
        } catch (IOException gone) {
            // Ctrl-C still ends the picture.
        }
    }

    /** An arrow begins with Esc as well, and comes as a whole. */
    private static boolean putsAway(byte[] keys, int count) {
        if (keys[0] == ESCAPE) {
            return count == 1;
        }
        return new String(keys, 0, count, StandardCharsets.ISO_8859_1).indexOf('q') >= 0;
    }

    private synchronized boolean isDrawing() {
        return drawing != null && !dismissed;
    }

    private synchronized void dismiss() {
        if (drawing != null) {
            dismissed = true;
            drawing.interrupt();
        }
    }
}
