package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.Packing;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that say more than their array: which values are missing, and in which zone times are. */
final class MaskedColumnTest {
    @ParameterizedTest
    @CsvSource({"i, 4, Int32", "u, 1, UInt8", "f, 8, Float64", "b, 1, boolean"})
    void a_nullable_type_has_a_name_of_its_own(char kind, int size, String name) throws UnfitValueException {
        NdArray values = Packing.pack(Dtype.plain(kind, size, false), Arrays.asList(null, null));
        MaskedColumn column = new MaskedColumn(values, truths(true, false));
        assertThat(column.dtypeName()).isEqualTo(name);
        assertThat(column.get(0)).isNull();
        assertThat(column.get(1)).isNotNull();
        assertThat(column).hasSize(2);
    }

    @Test
    void a_mask_has_a_truth_for_each_value() throws UnfitValueException {
        NdArray tooShort = truths(true);
        assertThatThrownBy(() -> new MaskedColumn(NdArray.ofLongs(1, 2), tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mask needs a boolean for each value");
        assertThatThrownBy(() -> new MaskedColumn(NdArray.ofLongs(1), NdArray.ofLongs(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moments_are_read_on_their_zones_clocks() throws UnfitValueException {
        NdArray utc = Times.pack('M', "s", Arrays.asList("2016-07-01T12:00:00", "2016-01-01", null));
        ZonedTimes times = new ZonedTimes(utc, ZoneId.of("Europe/Berlin"));
        assertThat(times.dtypeName()).isEqualTo("datetime64[s, Europe/Berlin]");
        assertThat(times.get(0)).hasToString("2016-07-01T14:00+02:00");
        assertThat(times.get(1)).hasToString("2016-01-01T01:00+01:00");
        assertThat(times.get(2)).isNull();
        assertThatThrownBy(() -> new ZonedTimes(NdArray.ofLongs(1), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a zone needs moments, not int64");
    }

    @Test
    void a_zone_is_named_as_in_pandas() {
        assertThat(ZonedTimes.zoneName(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(ZonedTimes.zoneName(ZoneOffset.ofHours(2))).isEqualTo("UTC+02:00");
        assertThat(ZonedTimes.zoneName(ZoneId.of("America/New_York"))).isEqualTo("America/New_York");
    }

    @Test
    void a_moment_at_the_calendars_end_stays_in_utc() {
        assertThat(ZonedTimes.at(LocalDateTime.MAX, ZoneOffset.ofHours(2))).isEqualTo(LocalDateTime.MAX);
    }

    private static NdArray truths(Boolean... values) throws UnfitValueException {
        return Packing.pack(Dtype.BOOL, List.of(values));
    }
}
