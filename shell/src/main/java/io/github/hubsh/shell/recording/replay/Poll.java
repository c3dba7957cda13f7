package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.shell.recording.compare.Answer;
import java.time.Duration;
import java.util.Optional;

/**
 * One of several equal requests of one peer that got the same reply until, at the last, another one came: it asked
 * until something was done. How often it has to ask differs from run to run.
 *
 * @param waiting the reply before it was done
 * @param done the last reply
 * @param pause between two of them
 * @param took from the first to the last
 * @param last whether this is the last one
 */
public record Poll(Answer waiting, Answer done, Duration pause, Duration took, boolean last) {
    Poll(Answer waiting, Answer done, Duration pause, Duration took) {
        this(waiting, done, pause, took, false);
    }

    /** Returns the last one of these requests. */
    Poll asLast() {
        return new Poll(waiting, done, pause, took, true);
    }

    /** Returns whether the last request got a reply that asks for one more. */
    public boolean goesOn(Answer now) {
        return last && now.isLike(waiting);
    }

    /** Returns what a reply may be beside the recorded one. */
    Optional<Answer> early() {
        return last ? Optional.empty() : Optional.of(done);
    }
}
