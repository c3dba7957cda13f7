package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.result.ColumnedRows;
import io.github.hubsh.shell.session.result.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativeTimesTest {
    @ParameterizedTest
    @CsvSource({
        "PT-5S,now",
        "PT0.9S,now",
        "PT1S,1 s ago",
        "PT59S,59 s ago",
        "PT60S,1 min ago",
        "PT59M59S,59 min ago",
        "PT1H,1 h ago",
        "PT23H59M,23 h ago",
        "PT24H,1 d ago",
        "P400D,400 d ago"
    })
    void a_moment_is_the_time_that_has_passed(Duration passed, String text) {
        assertThat(RelativeTimes.text(passed)).isEqualTo(text);
    }

    @Test
    void only_columns_of_moments_change() {
        Instant now = Instant.parse("2024-01-01T10:00:03Z");
        List<Map<String, String>> rows = List.of(
                Map.of("seen", "2024-01-01T10:00:00Z", "data", "2024-01-01T10:00:00Z"), Map.of("seen", "yesterday"));

        Object shown = RelativeTimes.in((ColumnedRows) Rows.of(Rows.withMoments(rows, "seen")), now);

        assertThat(shown)
                .isEqualTo(List.of(
                        Map.of("seen", "3 s ago", "data", "2024-01-01T10:00:00Z"), Map.of("seen", "yesterday")));
    }
}
