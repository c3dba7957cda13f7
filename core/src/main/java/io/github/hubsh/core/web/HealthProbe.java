package io.github.hubsh.core.web;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds out whether the hub's loop turns. It asks once, for all clients that wait for the answer. On the loop of HTTP.
 */
final class HealthProbe {
    /** How long a turn of a healthy hub takes at the most, in milliseconds. */
    static final long TIMEOUT_MILLIS = 1_000;

    private final WatchedHub hub;

    // Mutable state
    private List<Consumer<Boolean>> waiting = new ArrayList<>();
    private long asked; // counts the questions

    HealthProbe(WatchedHub hub) {
        this.hub = hub;
    }

    /** Tells once, on this executor, whether the loop turns. */
    void ask(EventExecutor executor, Consumer<Boolean> answer) {
        waiting.add(answer);
        if (waiting.size() > 1) {
            return;
        }
        long question = ++asked;
        Future<?> unused = executor.schedule(() -> answer(question, false), TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        hub.afterTurn(() -> executor.execute(() -> answer(asked, true)));
    }

    private void answer(long question, boolean healthy) {
        if (question == asked) {
            List<Consumer<Boolean>> answered = waiting;
            waiting = new ArrayList<>();
            answered.forEach(each -> each.accept(healthy));
        }
    }
}
