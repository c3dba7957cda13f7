package io.github.hubsh.shell.recording.save;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that a script does. */
public sealed interface Step {
    /**
     * A request.
     *
     * @param line how it was typed, if it cannot be written better from what was sent; else {@code null}
     * @param variable that took the result, or {@code null}
     */
    record Sent(
            SentRequest request,
            StepAnswer answer,
            @Nullable String line,
            @Nullable String variable) implements Step {
        Sent(SentRequest request, StepAnswer answer) {
            this(request, answer, null, null);
        }
    }

    /**
     * A request that is repeated until its result fits.
     *
     * @param answer the result that fits
     * @param variable that took it, or {@code null}
     */
    record Polled(
            SentRequest request,
            Polling polling,
            StepAnswer.Value answer,
            @Nullable String variable) implements Step {}

    /** A round trip to a plugin. */
    record Pinged(String target) implements Step {}

    /**
     * A line of the shell that sends no request of its own.
     *
     * @param shown whether it only shows something, and may run in a script too
     */
    record Typed(String line, boolean shown) implements Step {}

    /** Nothing for a while. */
    record Paused(Duration time) implements Step {}

    /** Something that cannot be written, and why. */
    record Noted(String text) implements Step {}

    /** Returns the request of a step that has one. */
    default @Nullable SentRequest sent() {
        return this instanceof Sent sent ? sent.request() : this instanceof Polled polled ? polled.request() : null;
    }

    /** Returns the variable that took the result of a step, if one did. */
    default @Nullable String named() {
        return this instanceof Sent sent ? sent.variable() : this instanceof Polled polled ? polled.variable() : null;
    }

    /** Returns the answer to the request of a step that has one. */
    default @Nullable StepAnswer answered() {
        return this instanceof Sent sent ? sent.answer() : this instanceof Polled polled ? polled.answer() : null;
    }
}
