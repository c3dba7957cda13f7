package io.github.hubsh.shell.terminal;

import java.io.IOException;
import java.util.function.Consumer;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Keys while a picture has the screen: q and Esc put it away. Whatever else is typed shows up in the next line, as it does
 * while any other statement runs. For the thread that draws.
 */
final class FrameKeys {
    private static final int ESCAPE = 27;
    private static final long LOOK_MILLIS = 100;

    /** What a key sends behind its Esc comes at once. */
    private static final long SEQUENCE_MILLIS = 50;

    private static final int MAX_KEPT = 10_000;

    private final NonBlockingReader keys;
    private final Consumer<String> kept;

    // Mutable state, guarded by this
    private @Nullable Thread drawing;
    private @Nullable Thread listening;
    private boolean dismissed;

    /**
     * @param kept gets what else was typed, before {@link #end} returns
     */
    FrameKeys(NonBlockingReader keys, Consumer<String> kept) {
        this.keys = keys;
        this.kept = kept;
    }

    /** Listens from now on; the calling thread is interrupted when somebody puts the picture away. Once is enough. */
    synchronized void begin() {
        if (drawing == null) {
            drawing = Thread.currentThread();
            dismissed = false;
            Thread thread = new Thread(this::listen, "hubsh-keys");
            thread.setDaemon(true);
            listening = thread;
            thread.start();
        }
    }

    /** Leaves the keys to whoever reads them next. */
    void end() {
        Thread thread;
        synchronized (this) {
            thread = listening;
            drawing = null;
            listening = null;
        }
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean dismissed() {
        return dismissed;
    }

    private void listen() {
        StringBuilder typed = new StringBuilder();
        try {
            boolean more = true;
            while (more && isDrawing()) {
                more = take(keys.read(LOOK_MILLIS), typed);
            }
        } catch (IOException gone) {
            // Whoever reads next finds out, too.
        }
        if (typed.length() > 0) {
            kept.accept(typed.toString());
        }
    }

    /** Returns whether to go on. */
    private boolean take(int key, StringBuilder typed) throws IOException {
        if (key == NonBlockingReader.READ_EXPIRED) {
            return true;
        }
        boolean leaves = key == 'q' || (key == ESCAPE && keys.peek(SEQUENCE_MILLIS) == NonBlockingReader.READ_EXPIRED);
        if (leaves || key < 0) {
            dismiss(leaves);
            return false;
        }
        if (typed.length() < MAX_KEPT) {
            typed.append((char) key);
            if (key == ESCAPE) {
                typed.append((char) keys.read());
            }
        }
        return true;
    }

    private synchronized boolean isDrawing() {
        return drawing != null;
    }

    private synchronized void dismiss(boolean leaves) {
        if (leaves && drawing != null) {
            dismissed = true;
            drawing.interrupt();
        }
    }
}
