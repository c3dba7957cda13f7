package io.github.hubsh.shell.console;

import io.github.hubsh.core.thread.DaemonThreads;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys while frames have the screen: q and Esc close them. All other keys go to the next line, as they do while any
 * other statement runs. For the thread that draws.
 */
public final class FrameKeys {
    private static final String ESCAPE = "\u001b";
    private static final int MAX_KEPT_KEYS = 10_000;

    /** A source that does not answer in this time is left alone. */
    private static final long END_TIMEOUT_SECONDS = 10;

    private final KeySource keys;
    private final Consumer<String> kept;

    // Mutable state, guarded by this
    private @Nullable Thread drawing;
    private @Nullable Thread listening;
    private boolean dismissed;

    /**
     * Listens to a keyboard.
     *
     * @param kept gets what else was typed, before {@link #end} returns
     */
    public FrameKeys(KeySource keys, Consumer<String> kept) {
        this.keys = keys;
        this.kept = kept;
    }

    /** Returns the keys of the process's own terminal, of which none are kept. */
    static FrameKeys ofTerminal() {
        return new FrameKeys(new TerminalKeys(Stty.TERMINAL), typed -> {});
    }

    /** Listens from now on, and interrupts the calling thread when a key closes the frames. One call is enough. */
    public synchronized void begin() {
        if (drawing == null) {
            drawing = Thread.currentThread();
            dismissed = false;
            if (keys.open()) {
                listening = DaemonThreads.start("hubsh-keys", this::listen);
            }
        }
    }

    /** Leaves the keys to those who read them next. */
    public void end() {
        Thread thread;
        synchronized (this) {
            thread = listening;
            drawing = null;
            listening = null;
        }
        if (thread != null) {
            await(thread);
            keys.close();
        }
    }

    public synchronized boolean dismissed() {
        return dismissed;
    }

    private static void await(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_TIMEOUT_SECONDS);
        boolean interrupted = false;
        while (thread.isAlive() && System.nanoTime() < deadline) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        StringBuilder others = new StringBuilder();
        try {
            String typed = keys.read();
            while (typed != null && isDrawing() && !dismissedBy(typed, others)) {
                typed = keys.read();
            }
        } catch (IOException gone) {
            // The next reader finds out, too.
        }
        if (others.length() > 0) {
            kept.accept(others.toString());
        }
    }

    private boolean dismissedBy(String typed, StringBuilder others) {
        boolean leaves = typed.startsWith(ESCAPE) ? typed.equals(ESCAPE) : typed.indexOf('q') >= 0;
        if (leaves) {
            dismiss();
        } else if (others.length() < MAX_KEPT_KEYS) {
            others.append(typed);
        }
        return leaves;
    }

    private synchronized boolean isDrawing() {
        return drawing != null;
    }

    private synchronized void dismiss() {
        if (drawing != null) {
            dismissed = true;
            drawing.interrupt();
        }
    }
}
