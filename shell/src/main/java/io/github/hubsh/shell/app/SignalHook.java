package io.github.hubsh.shell.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run that is ended by a signal (Ctrl-C outside of the prompt) say what it has stopped and what continues. It is
 * a shutdown hook, so the exit code is the signal's: 130 for Ctrl-C.
 */
final class SignalHook implements Runnable {
    private static final long TIMEOUT_MILLIS = 1_000;

    private final Thread running = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);

    private SignalHook() {}

    /** Returns the one that interrupts the calling thread when a signal comes. */
    static SignalHook install() {
        SignalHook onSignal = new SignalHook();
        Runtime.getRuntime().addShutdownHook(new Thread(onSignal, "hubsh-signal"));
        return onSignal;
    }

    /** Says that there is nothing left to stop. */
    void ended() {
        ended.countDown();
    }

    @Override
    public void run() {
        if (ended.getCount() == 0) {
            return;
        }
        running.interrupt();
        try {
            // A run that does not stop in time is cut off.
            boolean unused = ended.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
