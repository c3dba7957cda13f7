package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a recording, and the moments that a person names. */
final class TimeSpanTest {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    /** Columns: the seconds at which the part begins and ends, and which of the seconds 0 to 4 are in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              |   | 01234
            2 |   | 234
              | 2 | 01
            1 | 3 | 12
            2 | 2 |
            5 |   |
            """)
    void a_part_ends_before_its_end(@Nullable Integer from, @Nullable Integer to, @Nullable String seconds) {
        TimeSpan span = new TimeSpan(at(from), at(to));
        StringBuilder found = new StringBuilder();
        for (int second = 0; second < 5; second++) {
            found.append(span.contains(message(START.plusSeconds(second))) ? Integer.toString(second) : "");
        }
        assertThat(found).hasToString(seconds == null ? "" : seconds);
    }

    @Test
    void all_is_without_ends() {
        assertThat(TimeSpan.ALL.contains(message(Instant.MIN))).isTrue();
        assertThat(TimeSpan.ALL.contains(message(Instant.MAX))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            90s                          | 2026-11-30T10:01:30Z
            0s                           | 2026-11-30T10:00:00Z
            500ms                        | 2026-11-30T10:00:00.500Z
            2h                           | 2026-11-30T12:00:00Z
            2026-11-30T10:00:05Z         | 2026-11-30T10:00:05Z
            2026-11-30T10:00:05+01:00    | 2026-11-30T09:00:05Z
            2026-11-30 10:00:05.25Z      | 2026-11-30T10:00:05.250Z
            1m30s                        |
            2026-11-30                   |
            10:00                        |
            2026-02-30T10:00:00          |
            yesterday                    |
            ``                           |
            """)
    void a_moment_is_a_time_since_the_start_or_one_of_iso_8601(String text, @Nullable Instant moment) {
        assertThat(TimeSpan.moment(text, START)).isEqualTo(moment);
    }

    @Test
    void a_time_without_a_zone_is_that_of_this_machine() {
        Instant here = LocalDateTime.of(2026, 11, 30, 10, 5)
                .atZone(ZoneId.systemDefault())
                .toInstant();

        assertThat(TimeSpan.moment("2026-11-30T10:05", START)).isEqualTo(here);
        assertThat(TimeSpan.moment("2026-11-30 10:05:00", START)).isEqualTo(here);
    }

    private static @Nullable Instant at(@Nullable Integer second) {
        return second == null ? null : START.plusSeconds(second);
    }

    private static RecordedMessage message(Instant time) {
        return new RecordedMessage(
                time, Duration.ZERO, "ui", "pump", "execute_request", "get", "s1", false, new byte[0]);
    }
}
