package io.github.hubsh.shell.recording.save;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects steps in their order: polls become one, long pauses are kept. For one thread. */
final class StepList {
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final @Nullable Duration minPause;
    private final List<Step> steps = new ArrayList<>();
    private final PluginStates states = new PluginStates();

    // Mutable state
    private final List<Polls.Timed> same = new ArrayList<>(); // requests for the same, not yet among the steps
    private @Nullable Instant end; // of the last request

    /**
     * Starts empty.
     *
     * @param minPause how long a pause is that is kept; {@code null} to keep none
     */
    StepList(@Nullable Duration minPause) {
        this.minPause = minPause;
    }

    /** Adds a request. */
    void add(Step.Sent step, Instant sent, Instant answered) {
        boolean again = !same.isEmpty() && same.get(0).step().request().isSame(step.request());
        if (!again || step.line() != null) {
            close();
            pause(sent);
        }
        same.add(new Polls.Timed(step, sent));
        end = answered;
    }

    /** Adds a step of another kind. */
    void add(Step step) {
        close();
        steps.add(step);
    }

    /** Adds a step that took its time, during which nothing has to be waited for. */
    void add(Step step, Instant ended) {
        add(step);
        end = ended;
    }

    /** Returns all steps. */
    List<Step> closed() {
        close();
        return steps;
    }

    private void close() {
        Step.Polled polled = Polls.together(same);
        if (polled != null) {
            steps.add(polled);
            states.replied(polled.request(), polled.answer());
        } else {
            same.forEach(each -> steps.add(states.next(each.step())));
        }
        same.clear();
    }

    private void pause(Instant next) {
        if (minPause == null || end == null) {
            return;
        }
        Duration pause = Duration.between(end, next);
        if (pause.compareTo(minPause) >= 0) {
            Duration whole = Duration.ofSeconds(Math.round(pause.toMillis() / 1000.0));
            steps.add(new Step.Paused(whole.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : whole));
        }
    }
}
