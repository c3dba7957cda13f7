package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording that starts at one o'clock in the afternoon, in a zone one hour east. */
final class TimeWindowTest {
    private static final Instant START = Instant.parse("2024-01-31T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("+01:00");

    @ParameterizedTest
    @CsvSource({
        "30s, 2024-01-31T12:00:30Z",
        "1.5, 2024-01-31T12:00:01.500Z",
        "13:05, 2024-01-31T12:05:00Z",
        "13:05:10.25, 2024-01-31T12:05:10.250Z",
        "00:30, 2024-01-31T23:30:00Z",
        "12:59:59, 2024-02-01T11:59:59Z",
        "2024-01-31T14:00, 2024-01-31T13:00:00Z",
        "2024-01-31T14:00:00Z, 2024-01-31T14:00:00Z",
        "2024-01-31T14:00:00+02:00, 2024-01-31T12:00:00Z",
        "2024-01-31T14:00:00-02:00, 2024-01-31T16:00:00Z"
    })
    void a_time_counts_from_the_start_or_is_one_of_a_day(String typed, Instant moment) {
        assertThat(TimeWindow.of(word(typed), null, START, ZONE).from()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "25:00", "2024-01-31", "-5s", "2024-13-31T00:00"})
    void what_is_no_time_is_pointed_at(String typed) {
        assertThatThrownBy(() -> TimeWindow.of(null, word(typed), START, ZONE))
                .isInstanceOfSatisfying(
                        ShellException.class, e -> assertThat(e.place()).isNotNull())
                .hasMessageContaining("found '" + typed + "'");
    }

    @Test
    void the_beginning_belongs_to_it_and_the_end_does_not() {
        TimeWindow window = TimeWindow.of(word("1s"), word("2s"), START, ZONE);

        assertThat(window.contains(START.plusMillis(999))).isFalse();
        assertThat(window.contains(START.plusSeconds(1))).isTrue();
        assertThat(window.contains(START.plusSeconds(2))).isFalse();
        assertThat(window.isOver(START.plusSeconds(2))).isTrue();
        assertThat(TimeWindow.of(null, null, START, ZONE).contains(Instant.MIN)).isTrue();
    }

    private static Word word(String text) {
        return Objects.requireNonNull(LineParser.parse("recording info f --from '" + text + "'")
                .get(0)
                .arguments()
                .word("--from"));
    }
}
