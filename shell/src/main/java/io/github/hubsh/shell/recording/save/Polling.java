package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request is repeated.
 *
 * @param field of the result that has to be {@code wanted}; {@code null} where any result will do
 */
public record Polling(@Nullable String field, @Nullable Object wanted, Duration every, Duration limit) {

    public static final Duration DEFAULT_EVERY = Duration.ofMillis(250);
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);

    /** Polling until there is any result. */
    public static Polling untilThere(Duration every, Duration limit) {
        return new Polling(null, null, every, limit);
    }

    /** Returns the time between requests, or {@code null} for the usual one. */
    @Nullable
    String everyText() {
        return every.equals(DEFAULT_EVERY) ? null : text(every);
    }

    /** Returns the time after which it gives up, or {@code null} for the usual one. */
    @Nullable
    String limitText() {
        return limit.equals(DEFAULT_LIMIT) ? null : text(limit);
    }

    /** Returns a time as lines and scripts have it. */
    static String text(Duration time) {
        return Durations.format(time).replace(" ", "");
    }
}
