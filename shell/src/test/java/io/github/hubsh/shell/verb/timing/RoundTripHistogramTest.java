package io.github.hubsh.shell.verb.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of round trips as numbers, and as a picture. */
final class RoundTripHistogramTest {
    private static final String FULL = "█".repeat(40);

    private final RoundTripHistogram histogram = new RoundTripHistogram();

    @Test
    void percentiles_are_those_of_the_times() {
        for (int i = 1; i <= 100; i++) {
            histogram.add(i * 1000L);
        }

        assertThat(histogram.count()).isEqualTo(100);
        assertThat(histogram.summary())
                .hasToString("{min_ms=0.001, avg_ms=0.05, p50_ms=0.05, p95_ms=0.095, p99_ms=0.099, max_ms=0.1}");
    }

    /** Columns: a time, and what is kept of one that cannot be. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1000000, 1", "86400000000001, 86400000"})
    void a_time_is_between_nothing_and_a_day(long nanos, double millis) {
        histogram.add(nanos);

        assertThat((Double) histogram.summary().get("min_ms")).isBetween(millis * 0.999, millis * 1.001);
        assertThat((Double) histogram.summary().get("max_ms")).isBetween(millis * 0.999, millis * 1.001);
    }

    @Test
    void every_time_is_in_one_row_and_the_rows_have_equal_ratios() {
        for (int i = 0; i < 10; i++) {
            for (int times = 0; times < 80; times++) {
                histogram.add(TimeUnit.MICROSECONDS.toNanos(1L << i));
            }
        }
        histogram.add(TimeUnit.MICROSECONDS.toNanos(1024));

        List<String> rows = histogram.picture();

        assertThat(rows).hasSize(10);
        assertThat(rows.stream().mapToLong(RoundTripHistogramTest::count).sum()).isEqualTo(801);
        assertThat(rows.get(9)).contains("≤ 1 ms ");
        assertThat(rows).anyMatch(row -> row.endsWith(FULL)).noneMatch(row -> row.endsWith(FULL + "█"));
    }

    @Test
    void a_row_of_one_is_visible_beside_one_of_thousands() {
        histogram.add(1_000_000);
        for (int i = 0; i < 5000; i++) {
            histogram.add(1_000);
        }

        List<String> rows = histogram.picture();

        assertThat(rows.get(0)).endsWith("5000  " + FULL);
        assertThat(rows.get(5)).endsWith("0  ");
        assertThat(rows.get(9)).endsWith("1  █");
    }

    @Test
    void no_time_at_all_is_a_picture_of_empty_rows() {
        assertThat(histogram.picture()).hasSize(10).allMatch(row -> row.endsWith("0  "));
    }

    private static long count(String row) {
        return Long.parseLong(row.replace("█", "").strip().replaceAll(".* ", ""));
    }
}
