package io.github.hubsh.core.server;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The bytes that wait in a server on account of one peer: its requests, until their targets take them, and the answers
 * to it, until it takes them. While they are too many, nothing more is read of the peer: what it sends waits in the
 * system, on its side.
 *
 * <p>A target that takes nothing for a second holds the requester up no longer: what follows is sent or refused. But
 * who does not take its own answers is not read. On the loop.
 */
final class PeerDebts {
    /** How much may wait before the peer is held up. */
    static final int MAX_DEBT_BYTES = 1 << 20;

    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long maxAnswerBytes;
    private final InputGate input;
    private final BiConsumer<Runnable, Long> timer;
    private final Debt requests = new Debt();
    private final Debt answers = new Debt();

    // Mutable state, the loop's
    private boolean paused;
    private boolean stalled;
    private long settled;

    /** @param timer runs a task after some nanoseconds */
    PeerDebts(long maxAnswerBytes, InputGate input, BiConsumer<Runnable, Long> timer) {
        this.maxAnswerBytes = maxAnswerBytes;
        this.input = input;
        this.timer = timer;
    }

    /** Returns the requests of the peer that wait for others. */
    Debt requests() {
        return requests;
    }

    /** Returns the answers that wait for the peer. */
    Debt answers() {
        return answers;
    }

    /** One kind of debt. */
    final class Debt {
        private long bytes;

        void owe(long count) {
            bytes += count;
            update();
        }

        void settle(long count) {
            bytes -= count;
            settled++;
            stalled = false;
            update();
        }
    }

    private void update() {
        if (!paused && isTooMuch(1)) {
            paused = true;
            input.pause();
            awaitProgress();
        } else if (paused && !isTooMuch(2)) {
            paused = false;
            input.resume();
        }
    }

    /** @param part of the limits that counts: half of them has to be free before the peer is read again */
    private boolean isTooMuch(int part) {
        return answers.bytes >= maxAnswerBytes / part
                || (!stalled && requests.bytes + answers.bytes >= MAX_DEBT_BYTES / part);
    }

    private void awaitProgress() {
        long before = settled;
        timer.accept(
                () -> {
                    if (paused && settled == before) {
                        stalled = true;
                        update();
                    }
                    if (paused) {
                        awaitProgress();
                    }
                },
                STALL_NANOS);
    }
}
