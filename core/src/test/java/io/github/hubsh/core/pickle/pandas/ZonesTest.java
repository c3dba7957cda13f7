package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zone of a name, of an object of pytz, of an offset; UTC of any other. */
final class ZonesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTC           | Z
            Europe/Berlin | Europe/Berlin
            +02:00        | +02:00
            Mars/Base     | Z
            no name       | Z
            ''            | Z
            """)
    void a_name_is_a_zone(String name, String zone) {
        assertThat(id(name)).isEqualTo(zone);
        assertThat(id(new PythonScalar(name, "m.zone"))).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pytz._p                | Europe/Berlin         | Europe/Berlin
            pytz._p                | Mars/Base             | Z
            pytz._p                | 60                    | Z
            pytz._UTC              | Europe/Berlin         | Z
            pytz.FixedOffset       | 90                    | +01:30
            pytz.FixedOffset       | -330                  | -05:30
            pytz.FixedOffset       | 1080                  | +18:00
            pytz.FixedOffset       | 1081                  | Z
            pytz.FixedOffset       | 35791395              | Z
            pytz.FixedOffset       | 9223372036854775807   | Z
            pytz.FixedOffset       | Europe/Berlin         | Z
            dateutil.tz.tz.tzfile  | Europe/Berlin         | Z
            """)
    void pytz_has_names_and_minutes(String className, String argument, String zone) {
        Object first = argument.matches("-?\\d+") ? Long.valueOf(argument) : argument;
        assertThat(id(new Opaque(className, List.of(first, 0L)))).isEqualTo(zone);
    }

    @Test
    void what_has_no_zone_has_none_and_what_is_not_known_has_utc() {
        assertThat(Zones.of(null)).isNull();
        assertThat(Zones.of(new PythonScalar(null, "pandas.NaT"))).isNull();
        assertThat(Zones.of(ZoneId.of("Asia/Tokyo"))).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(Zones.of(5L)).isEqualTo(ZoneOffset.UTC);
        assertThat(Zones.of(new Opaque("pytz._p", List.of()))).isEqualTo(ZoneOffset.UTC);
    }

    private static String id(Object zone) {
        return Objects.requireNonNull(Zones.of(zone)).getId();
    }
}
