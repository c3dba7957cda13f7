package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments and durations, as texts and as values, in each unit that is written. */
final class TimesTest {
    private static final long NOT_A_TIME = Long.MIN_VALUE;

    @ParameterizedTest
    @CsvSource({
        "1970-01-02, s, 86400",
        "1969-12-31, ms, -86400000",
        "1970-01-01T00:00:01, s, 1",
        "1970-01-01T00:01, s, 60",
        "1970-01-01T00:00:01.5, ms, 1500",
        "1970-01-01T00:00:00.000002, us, 2",
        "1970-01-01T00:00:00.000000003, ns, 3",
        "1970-01-01T00:00:04Z, s, 4",
        "1970-01-01T02:00:05+02:00, s, 5",
        "1969-12-31T22:00:06-02:00, s, 6",
        "1970-01-01T00:00:00.000000003, us, 0",
        "1969-12-31T23:59:59.999999999, s, -1",
        "2262-04-11T23:47:16.854775807, ns, 9223372036854775807",
        "9999-12-31, us, 253402214400000000",
    })
    void a_moment_counts_from_1970_in_utc_and_is_rounded_down(String text, String unit, long count)
            throws UnfitValueException {
        NdArray packed = Times.pack('M', unit, List.of(text));
        assertThat(packed.dtypeName()).isEqualTo("datetime64[" + unit + "]");
        assertThat(counts(packed)).containsExactly(count);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, s, 0",
        "P1D, s, 86400",
        "-PT1H, s, -3600",
        "PT1.5S, ms, 1500",
        "PT1.5S, s, 1",
        "PT-0.000000001S, us, -1",
        "PT0.000000001S, ns, 1",
    })
    void a_duration_is_counted_and_rounded_down(String text, String unit, long count) throws UnfitValueException {
        NdArray packed = Times.pack('m', unit, List.of(text));
        assertThat(packed.dtypeName()).isEqualTo("timedelta64[" + unit + "]");
        assertThat(counts(packed)).containsExactly(count);
    }

    @Test
    void values_are_written_as_their_texts_are() throws UnfitValueException {
        OffsetDateTime moment = OffsetDateTime.parse("1970-01-01T02:00:05+02:00");
        assertThat(counts(Times.pack('M', "s", List.of(moment)))).containsExactly(5);
        assertThat(counts(Times.pack('m', "ms", List.of(Duration.ofMillis(7))))).containsExactly(7);
    }

    @Test
    void what_is_missing_is_not_a_time() throws UnfitValueException {
        for (char kind : new char[] {'M', 'm'}) {
            NdArray packed = Times.pack(kind, "ns", Arrays.asList(null, "NaT"));
            assertThat(counts(packed)).containsExactly(NOT_A_TIME, NOT_A_TIME);
            assertThat(packed).containsExactly(null, null);
        }
        assertThat(Times.pack('M', "s", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "M, yesterday, yesterday is not a date or time",
        "M, 1970-02-30, 1970-02-30 is not a date or time",
        "M, 1970-01-01T25:00, 1970-01-01T25:00 is not a date or time",
        "M, 1970-01-01T00:00+99:00, 1970-01-01T00:00+99:00 is not a date or time",
        "M, PT1S, PT1S is not a date or time",
        "m, 1970-01-01, 1970-01-01 is not a duration",
        "m, long, long is not a duration",
    })
    void what_is_no_time_is_named_with_its_place(char kind, String text, String message) {
        assertThatThrownBy(() -> Times.pack(kind, "s", Arrays.asList(null, text)))
                .isInstanceOfSatisfying(
                        UnfitValueException.class, e -> assertThat(e.index()).isEqualTo(1))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"M, 2262-04-12, ns", "M, 1677-09-21, ns", "m, P106752D, ns"})
    void a_time_beyond_64_bits_of_its_unit_does_not_fit(char kind, String text, String unit) {
        assertThatThrownBy(() -> Times.pack(kind, unit, List.of(text))).isInstanceOf(UnfitValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"D", "h", "generic", "ps"})
    void other_units_are_not_written(String unit) {
        assertThatThrownBy(() -> Times.pack('M', unit, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times in " + unit + " cannot be written here");
    }

    @ParameterizedTest
    @CsvSource({"UTC, Z", "Europe/Berlin, Europe/Berlin", "+02:00, +02:00", "UTC+02:00, UTC+02:00"})
    void a_zone_is_found_by_its_name(String name, String zone) {
        assertThat(Times.zone(name)).hasToString(zone);
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "Europe/Nowhere", "+99:00", "''"})
    void an_unknown_zone_is_named(String name) {
        assertThatThrownBy(() -> Times.zone(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no time zone " + name);
    }

    private static long[] counts(NdArray packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        long[] counts = new long[packed.size()];
        bytes.asLongBuffer().get(counts);
        return counts;
    }
}
