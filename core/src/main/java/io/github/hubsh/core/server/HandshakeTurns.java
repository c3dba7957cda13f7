package io.github.hubsh.core.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * The order of CURVE handshakes. Each of their two steps costs about 0.1 ms, so that a crowd of clients could keep the
 * loop from its members: a turn of the loop has no more than a few steps, and what is read of members comes between. On
 * the loop.
 */
final class HandshakeTurns {
    /** Steps in a turn: together about as long as a turn of messages. */
    static final int MAX_STEPS = 4;

    /** The next turn of the loop comes when it has read; what is only posted would run before. */
    private static final long NEXT_TURN = 1;

    private final BiConsumer<Runnable, Long> timer;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    // Mutable state, the loop's
    private boolean planned;

    /** @param timer runs a task after some nanoseconds */
    HandshakeTurns(BiConsumer<Runnable, Long> timer) {
        this.timer = timer;
    }

    /** Takes a step when it is its turn. */
    void add(Runnable step) {
        steps.add(step);
        plan();
    }

    private void plan() {
        if (!planned && !steps.isEmpty()) {
            planned = true;
            timer.accept(this::turn, NEXT_TURN);
        }
    }

    private void turn() {
        planned = false;
        try {
            for (int i = 0; i < MAX_STEPS && !steps.isEmpty(); i++) {
                steps.remove().run();
            }
        } finally {
            plan();
        }
    }
}
