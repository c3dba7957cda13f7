package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How quickly a recording is played.
 *
 * @param factor 1 as it was recorded, 2 in half the time; infinity for without any pause
 */
public record PlaybackSpeed(double factor) {
    /** As recorded. */
    public static final PlaybackSpeed RECORDED = new PlaybackSpeed(1);

    /** Without any pause. */
    public static final PlaybackSpeed MAX = new PlaybackSpeed(Double.POSITIVE_INFINITY);

    private static final double MAX_FACTOR = 1e6;
    private static final Duration MAX_PAUSE = Duration.ofDays(365);

    /**
     * Reads what was typed; as recorded where nothing was.
     *
     * @throws ShellException USAGE, pointing at the word
     */
    public static PlaybackSpeed of(@Nullable Word word) {
        try {
            return word == null ? RECORDED : of(word.text());
        } catch (IllegalArgumentException wrong) {
            throw ShellException.at(word.place(0), wrong.getMessage() + ", found '" + word.text() + "'");
        }
    }

    /**
     * Reads {@code 2}, {@code 0.5} or {@code max}.
     *
     * @throws IllegalArgumentException which says what was expected
     */
    public static PlaybackSpeed of(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        try {
            double factor = new BigDecimal(text).doubleValue();
            if (factor > 0 && factor <= MAX_FACTOR) {
                return new PlaybackSpeed(factor);
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new IllegalArgumentException(
                "expected a speed: 2 is twice as quick, 0.5 half as quick, max without a pause");
    }

    /** Returns the pause that stands for a recorded one; none for a negative one. */
    public Duration of(Duration recorded) {
        if (recorded.isNegative() || Double.isInfinite(factor)) {
            return Duration.ZERO;
        }
        Duration pause = recorded.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : recorded;
        return factor == 1 ? pause : Duration.ofNanos((long) (pause.toNanos() / factor));
    }
}
