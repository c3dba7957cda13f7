package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments get a zone by two calls: first they are said to be in UTC, then shown by the clocks of the zone. */
final class IndexMethodsTest {
    private static final NdArray UTC = moments();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            plain | tz_localize | UTC           | datetime64[s, UTC]           | 2020-07-01T00:00Z
            plain | tz_localize | Europe/Berlin | -                            | -
            plain | tz_convert  | Europe/Berlin | -                            | -
            plain | round       | UTC           | -                            | -
            zoned | tz_convert  | Europe/Berlin | datetime64[s, Europe/Berlin] | 2020-07-01T02:00+02:00
            zoned | tz_convert  | UTC           | datetime64[s, UTC]           | 2020-07-01T00:00Z
            zoned | tz_localize | UTC           | -                            | -
            zoned | round       | UTC           | -                            | -
            ints  | tz_localize | UTC           | -                            | -
            ints  | tz_convert  | UTC           | -                            | -
            """)
    void moments_get_a_zone(String labels, String method, String zone, @Nullable String dtype, @Nullable String shown) {
        Column column = switch (labels) {
            case "plain" -> UTC;
            case "zoned" -> new ZonedTimes(UTC, ZoneOffset.UTC);
            default -> NdArray.ofLongs(1);
        };
        Index made = IndexMethods.call(new Index(column, "when"), method, List.of(zone));
        assertThat(made == null ? null : made.dtypeName()).isEqualTo(dtype);
        assertThat(made == null ? null : String.valueOf(made.get(0))).isEqualTo(shown);
        assertThat(made == null ? null : made.name()).isEqualTo(made == null ? null : "when");
    }

    @Test
    void the_zone_stays_the_object_that_it_was() {
        Opaque zone = new Opaque("pytz._p", List.of("Asia/Tokyo", 32400L, 0L, "JST"));
        Index index = new Index(new ZonedTimes(UTC, ZoneOffset.UTC), null);
        Index made = Objects.requireNonNull(IndexMethods.call(index, "tz_convert", List.of(zone)));
        ZonedTimes times = (ZonedTimes) made.labels();
        assertThat(times.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(times.origin()).isSameAs(zone);
        assertThat(times.utc()).isSameAs(UTC);
        assertThat(made.name()).isNull();
    }

    @Test
    void other_arguments_are_no_zone() {
        Index index = new Index(UTC, null);
        assertThat(IndexMethods.call(index, "tz_localize", List.of())).isNull();
        assertThat(IndexMethods.call(index, "tz_localize", Arrays.asList((Object) null)))
                .isNull();
        assertThat(IndexMethods.call(index, "tz_localize", List.of("UTC", "raise")))
                .isNull();
    }

    private static NdArray moments() {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1_593_561_600L);
        return NdArray.packed(Dtype.time('M', false, "s", 1), List.of(1), false, bytes);
    }
}
