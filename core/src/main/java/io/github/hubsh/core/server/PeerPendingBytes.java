package io.github.hubsh.core.server;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The bytes that wait in a server on account of one peer: its requests, until their targets take them, and the answers
 * to it, until it takes them. While they are too many, nothing more is read of the peer: what it sends waits in the
 * system, on its side.
 *
 * <p>A target that takes nothing for a second holds the requester up no longer: what follows is sent or refused. But a
 * peer that does not take its own answers is not read. On the loop.
 */
final class PeerPendingBytes {
    /** How much may wait before the peer is held up. */
    static final int MAX_PENDING_BYTES = 1 << 20;

    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long maxAnswerBytes;
    private final InputGate input;
    private final BiConsumer<Runnable, Long> timer;
    private final Pending requests = new Pending();
    private final Pending answers = new Pending();

    // Mutable state, the loop's
    private boolean paused;
    private boolean stalled;
    private long removals;

    /** @param timer runs a task after some nanoseconds */
    PeerPendingBytes(long maxAnswerBytes, InputGate input, BiConsumer<Runnable, Long> timer) {
        this.maxAnswerBytes = maxAnswerBytes;
        this.input = input;
        this.timer = timer;
    }

    /** Returns the requests of the peer that wait for others. */
    Pending requests() {
        return requests;
    }

    /** Returns the answers that wait for the peer. */
    Pending answers() {
        return answers;
    }

    /** One kind of pending bytes. */
    final class Pending {
        private long bytes;

        void add(long count) {
            bytes += count;
            update();
        }

        void remove(long count) {
            bytes -= count;
            removals++;
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
                || (!stalled && requests.bytes + answers.bytes >= MAX_PENDING_BYTES / part);
    }

    private void awaitProgress() {
        long before = removals;
        timer.accept(
                () -> {
                    if (paused && removals == before) {
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
