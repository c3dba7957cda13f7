package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of numpy's units since 1970, and as durations. */
final class TimeUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "Y,  46,   1, 2016-01-01",
        "Y,  -1,   1, 1969-01-01",
        "M,  -1,   1, 1969-12-01",
        "M,  5,    3, 1971-04-01",
        "W,  2,    1, 1970-01-15",
        "D,  -1,   1, 1969-12-31",
        "h,  25,   1, 1970-01-02T01:00",
        "m,  -1,   1, 1969-12-31T23:59",
        "s,  3,   25, 1970-01-01T00:01:15",
        "ms, -1,   1, 1969-12-31T23:59:59.999",
        "us, 1,    1, 1970-01-01T00:00:00.000001",
        "ns, -1,   1, 1969-12-31T23:59:59.999999999",
        "ps, 1999, 1, 1970-01-01T00:00:00.000000001",
        "ps, -1,   1, 1969-12-31T23:59:59.999999999",
        "fs, 3000000, 1, 1970-01-01T00:00:00.000000003",
        "as, 3000000000, 1, 1970-01-01T00:00:00.000000003",
        "generic, 7, 1, 7",
    })
    void a_count_is_a_date_or_a_time(String unit, long count, int multiple, String moment) {
        assertThat(new TimeUnits(unit, multiple).moment(count)).hasToString(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Y,  2,    1, P2Y",
        "M,  -5,   3, P-15M",
        "W,  2,    1, PT336H",
        "D,  1,    1, PT24H",
        "h,  1,    1, PT1H",
        "m,  90,   1, PT1H30M",
        "s,  3,   25, PT1M15S",
        "ms, -1500, 1, PT-1.5S",
        "us, 1,    1, PT0.000001S",
        "ns, 1,    1, PT0.000000001S",
        "ps, -1,   1, PT-0.000000001S",
        "fs, 3000000, 1, PT0.000000003S",
        "as, 3000000000, 1, PT0.000000003S",
        "generic, 7, 1, 7",
    })
    void a_count_is_a_duration(String unit, long count, int multiple, String duration) {
        assertThat(new TimeUnits(unit, multiple).duration(count)).hasToString(duration);
    }

    @Test
    void the_least_count_is_not_a_time() {
        assertThat(new TimeUnits("s", 1).moment(Long.MIN_VALUE)).isNull();
        assertThat(new TimeUnits("generic", 1).duration(Long.MIN_VALUE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Y, 3000000000",
        "Y, 2000000000",
        "M, 9223372036854775807",
        "W, 9223372036854775807",
        "D, 9223372036854775807",
        "h, 9223372036854775807",
        "s, 9223372036854775807",
    })
    void what_no_calendar_reaches_is_the_number_with_its_unit(String unit, long count) {
        assertThat(new TimeUnits(unit, 1).moment(count)).isEqualTo(count + " " + unit);
    }

    @Test
    void what_no_duration_reaches_is_the_number_with_its_unit() {
        assertThat(new TimeUnits("Y", 1).duration(3_000_000_000L)).isEqualTo("3000000000 Y");
        assertThat(new TimeUnits("D", 1).duration(Long.MAX_VALUE)).isEqualTo("9223372036854775807 D");
    }

    @Test
    void a_step_of_many_units_out_of_reach_is_counted_in_units() {
        assertThat(new TimeUnits("Y", 25).moment(400_000_000)).isEqualTo("10000000000 Y");
        assertThat(new TimeUnits("s", 25).duration(Long.MAX_VALUE)).isEqualTo("230584300921369395175 s");
    }

    @Test
    void the_finest_units_reach_their_whole_range() {
        assertThat(new TimeUnits("ns", 1).moment(Long.MAX_VALUE))
                .isEqualTo(LocalDateTime.parse("2262-04-11T23:47:16.854775807"));
        assertThat(new TimeUnits("ns", 1).moment(Long.MIN_VALUE + 1))
                .isEqualTo(LocalDateTime.parse("1677-09-21T00:12:43.145224193"));
    }

    @ParameterizedTest
    @CsvSource({"Y, true", "as, true", "generic, true", "ns, true", "B, false", "'', false", "y, false"})
    void numpy_has_fourteen_units(String unit, boolean known) {
        assertThat(TimeUnits.isUnit(unit)).isEqualTo(known);
    }
}
