package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.PythonScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments, durations, periods and intervals of pandas by the arguments of their calls. */
final class PandasScalarsTest {
    private final PandasScalars scalars = new PandasScalars();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _unpickle_timestamp | 1580529601500000000               | PandasTime | 2020-02-01T04:00:01.500
            _unpickle_timestamp | 1580529601500000000 None None     | PandasTime | 2020-02-01T04:00:01.500
            _unpickle_timestamp | 1580529601 None None 7            | PandasTime | 2020-02-01T04:00:01
            _unpickle_timestamp | 1580529601500 None None 8         | PandasTime | 2020-02-01T04:00:01.500
            _unpickle_timestamp | 1580529601500001 None None 9      | PandasTime | 2020-02-01T04:00:01.500001
            _unpickle_timestamp | 1 None None 10                    | PandasTime | 1970-01-01T00:00:00.000000001
            _unpickle_timestamp | 1 None None 11                    | PandasTime | 1970-01-01T00:00:00.000000001
            _unpickle_timestamp | 1 None None -1                    | PandasTime | 1970-01-01T00:00:00.000000001
            _unpickle_timestamp | 1 None None s                     | PandasTime | 1970-01-01T00:00:00.000000001
            _unpickle_timestamp | 1 None UTC 7                      | PythonScalar | 1970-01-01T00:00:01Z
            _unpickle_timestamp | 1580529601500000000 None Europe/Berlin 10 | PythonScalar | 2020-02-01T05:00:01.500+01:00
            _unpickle_timestamp | 9223372036854775807 None None 7   | String     | 9223372036854775807 s
            _unpickle_timestamp | 9223372036854775807 None UTC 7    | String     | 9223372036854775807 s
            Timestamp           | 1                                 | PandasTime | 1970-01-01T00:00:00.000000001
            Timestamp           | 2020-02-01T05:00                  | PandasTime | 2020-02-01T05:00
            Timestamp           | 2020-02-01T05:00:00.25Z           | PandasTime | 2020-02-01T05:00:00.250Z
            Timestamp           | 2020-02-01T05:00+01:00            | PandasTime | 2020-02-01T05:00+01:00
            Timestamp           | 2020-02-01T05:00-01:00            | PandasTime | 2020-02-01T05:00-01:00
            _timedelta_unpickle | 93600000000000                    | PandasTime | PT26H
            _timedelta_unpickle | 93600 7                           | PandasTime | PT26H
            _timedelta_unpickle | 9223372036854775807 4             | String     | 9223372036854775807 D
            Timedelta           | -1                                | PandasTime | PT-0.000000001S
            Period              | None M 601                        | PythonScalar | 2020-02
            Interval            | 0 1 right                         | PythonScalar | (0, 1]
            Interval            | None 1 left                       | PythonScalar | [null, 1)
            """)
    void a_call_makes_a_scalar(String name, String arguments, String type, String shown) throws ContentException {
        Object scalar = Objects.requireNonNull(call(name, arguments));
        assertThat(scalar.getClass().getSimpleName()).isEqualTo(type);
        assertThat(scalar).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            _unpickle_timestamp | -
            _unpickle_timestamp | None
            _unpickle_timestamp | 2020-02-01T05:00
            Timestamp           | -
            Timestamp           | 2020-02-01
            Timestamp           | 2020-02-01T05:00+25:00
            Timestamp           | yesterday
            Timestamp           | 2020-02-01T05:00 None
            Timedelta           | -
            Timedelta           | 1h
            _timedelta_unpickle | None
            Period              | None M
            Period              | None None 601
            Period              | None M None
            Period              | None 5 601
            Period              | None M 601 0
            Interval            | 0 1
            Interval            | 0 1 right 0
            """)
    void other_arguments_make_none(String name, @Nullable String arguments) throws ContentException {
        assertThat(call(name, arguments)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_unpickle_timestamp", "_timedelta_unpickle"})
    void the_smallest_number_is_no_time(String name) throws ContentException {
        assertThat(call(name, "-9223372036854775808 None None 10")).isSameAs(Family.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__nat_unpickle", "_nat_unpickle"})
    void nat_is_nothing_under_its_name(String name) throws ContentException {
        for (String arguments : Arrays.asList(null, "None")) {
            PythonScalar nat = (PythonScalar) Objects.requireNonNull(call(name, arguments));
            assertThat(nat.value()).isNull();
            assertThat(nat.origin()).isEqualTo(new Global("pandas.NaT"));
        }
    }

    @Test
    void a_moment_in_a_zone_is_handed_on_by_the_call_that_made_it() throws ContentException {
        List<@Nullable Object> arguments = Arrays.asList(1L, null, "Asia/Tokyo", 7L);
        Meter meter = new Meter(PickleBudget.DEFAULT);
        PythonScalar moment =
                (PythonScalar) Objects.requireNonNull(scalars.call("pandas._unpickle_timestamp", arguments, meter));
        Opaque origin = (Opaque) moment.origin();
        assertThat(origin.className()).isEqualTo("pandas._libs.tslibs.timestamps._unpickle_timestamp");
        assertThat(origin.arguments()).isSameAs(arguments);
    }

    @Test
    void an_interval_of_moments_keeps_them() throws ContentException {
        PandasTime start = (PandasTime) Objects.requireNonNull(call("Timestamp", "2020-02-01T05:00"));
        PandasTime end = (PandasTime) Objects.requireNonNull(call("Timestamp", "2020-02-02T05:00"));
        Meter meter = new Meter(PickleBudget.DEFAULT);
        Object interval = scalars.call("pandas.Interval", List.of(start, end, "left"), meter);
        assertThat(interval).hasToString("[2020-02-01T05:00:00, 2020-02-02T05:00:00)");
    }

    private @Nullable Object call(String name, @Nullable String arguments) throws ContentException {
        assertThat(scalars.names()).contains("pandas." + name);
        List<@Nullable Object> values = new ArrayList<>();
        for (String word : arguments == null ? new String[0] : arguments.split(" ")) {
            values.add(word.equals("None") ? null : word.matches("-?\\d+") ? Long.valueOf(word) : word);
        }
        return scalars.call("pandas." + name, values, new Meter(PickleBudget.DEFAULT));
    }
}
