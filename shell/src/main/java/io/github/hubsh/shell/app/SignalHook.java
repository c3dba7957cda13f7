package io.github.hubsh.shell.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a run that is ended by a signal (Ctrl-C outside of the prompt) say what it has stopped and what continues. It is
 * a shutdown hook, so the exit code is the signal's: 130 for Ctrl-C. A recording that has heard more than it has
 * written gets the time to write it.
 */
final class SignalHook implements Runnable {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_TIMEOUTS_OF_RECORDING = 20;

    private final Thread running;
    private final BooleanSupplier recording;
    private final Duration timeout;
    private final CountDownLatch ended = new CountDownLatch(1);

    SignalHook(Thread running, BooleanSupplier recording, Duration timeout) {
        this.running = running;
        this.recording = recording;
        this.timeout = timeout;
    }

    /**
     * Returns the one that interrupts the calling thread when a signal comes.
     *
     * @param recording whether something is recorded
     */
    static SignalHook install(BooleanSupplier recording) {
        SignalHook onSignal = new SignalHook(Thread.currentThread(), recording, TIMEOUT);
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
            boolean over = await();
            for (int i = 0; !over && i < MAX_TIMEOUTS_OF_RECORDING && recording.getAsBoolean(); i++) {
                over = await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean await() throws InterruptedException {
        return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
