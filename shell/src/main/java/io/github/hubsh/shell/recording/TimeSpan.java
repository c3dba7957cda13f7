package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.word.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a recording: from one moment to before another.
 *
 * @param from {@code null} for the beginning
 * @param to {@code null} for the end
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {
    public static final TimeSpan ALL = new TimeSpan(null, null);

    public boolean contains(RecordedMessage message) {
        Instant time = message.time();
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    /**
     * Returns the moment that a text names: a duration since the start of the recording ({@code 1m30s} is not one,
     * {@code 90s} is), or a time in ISO 8601, in the zone of this machine where it names none; {@code null} for any
     * other text.
     */
    public static @Nullable Instant moment(String text, Instant start) {
        Duration since = Durations.parse(text);
        if (since != null) {
            return start.plus(since);
        }
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException withoutZone) {
            return local(iso);
        }
    }

    private static @Nullable Instant local(String iso) {
        try {
            return LocalDateTime.parse(iso).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException other) {
            return null;
        }
    }
}
