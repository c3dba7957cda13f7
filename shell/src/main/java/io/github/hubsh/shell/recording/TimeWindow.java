package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A part of a recording, by time.
 *
 * @param from the first moment that belongs to it; {@code null} for the beginning
 * @param to the first one that does not any longer; {@code null} for the end
 */
public record TimeWindow(@Nullable Instant from, @Nullable Instant to) {
    /**
     * Reads times as they are typed: {@code 30s} since the start, {@code 14:05:10} on the day of the start or the next
     * one, {@code 2024-01-31T14:05:10} with or without a zone.
     *
     * @param start of the recording
     * @param zone of times that name none
     * @throws ShellException USAGE, pointing at a word that is no time
     */
    public static TimeWindow of(@Nullable Word from, @Nullable Word to, Instant start, ZoneId zone) {
        return new TimeWindow(moment(from, start, zone), moment(to, start, zone));
    }

    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && !isOver(time);
    }

    /** Returns whether that time, and all later ones, are behind it. */
    public boolean isOver(Instant time) {
        return to != null && !time.isBefore(to);
    }

    private static @Nullable Instant moment(@Nullable Word word, Instant start, ZoneId zone) {
        if (word == null) {
            return null;
        }
        Duration since = Durations.parse(word.text());
        Instant moment = since == null ? absolute(word.text(), start, zone) : start.plus(since);
        if (moment == null) {
            throw ShellException.at(
                    word.place(0),
                    "expected a time since the start (30s), of a day (14:05:10) or a date and time, found '" + word
                            + "'");
        }
        return moment;
    }

    private static @Nullable Instant absolute(String text, Instant start, ZoneId zone) {
        try {
            if (text.indexOf('T') < 0) {
                ZonedDateTime begin = start.atZone(zone);
                Instant sameDay = begin.with(LocalTime.parse(text)).toInstant();
                return sameDay.isBefore(start)
                        ? begin.plusDays(1).with(LocalTime.parse(text)).toInstant()
                        : sameDay;
            }
            boolean local = text.indexOf('Z') < 0 && text.lastIndexOf('-') < text.indexOf('T') && text.indexOf('+') < 0;
            return local
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
