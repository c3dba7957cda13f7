package io.github.hubsh.shell.verb.request;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.session.io.Display;
import java.util.concurrent.TimeUnit;

/**
 * Shows what is waited for, and for how long, from the second second on until it ends. Without lambdas, which a single
 * request would pay for.
 */
final class WaitProgress implements Runnable {
    private static final long TICK_MILLIS = 1000;

    private final Display display;
    private final String what;
    private final long tickMillis;
    private final long start = System.nanoTime();

    // Mutable state, guarded by this
    private boolean shown;
    private boolean over;

    private WaitProgress(Display display, String what, long tickMillis) {
        this.display = display;
        this.what = what;
        this.tickMillis = tickMillis;
    }

    /** Returns one that is at work. */
    static WaitProgress of(Display display, String what) {
        return ticking(display, what, TICK_MILLIS);
    }

    /** As {@link #of}, with another time between two lines. */
    static WaitProgress ticking(Display display, String what, long tickMillis) {
        WaitProgress progress = new WaitProgress(display, what, tickMillis);
        DaemonThreads.start("hubsh-waiting", progress);
        return progress;
    }

    @Override
    public synchronized void run() {
        try {
            while (!over) {
                wait(tickMillis);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (!over && millis >= tickMillis) {
                    shown = true;
                    display.progress(millis / 1000 + " s · waiting for " + what + "; Ctrl-C stops");
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is shown any more when this returns. */
    synchronized void end() {
        over = true;
        notifyAll();
        if (shown) {
            display.progress("");
        }
    }
}
