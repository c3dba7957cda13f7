package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.ForeignArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods by their number and frequency, which is a letter or an offset of pandas with its arguments. */
final class PeriodsTest {
    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Y                   | 50                  | 2020
            A                   | -1                  | 1969
            YearEnd 1 False 12  | 50                  | 2020
            Y-MAR               | 51                  | 2021
            Q                   | 0                   | 1970Q1
            Q-DEC               | -1                  | 1969Q4
            QuarterEnd 1        | 201                 | 2020Q2
            QuarterEnd 1 False 3 | 203                | 2020Q4
            M                   | 601                 | 2020-02
            MonthEnd            | -12839              | 0900-02
            D                   | -3620               | 1960-02-03
            Day                 | 0                   | 1970-01-01
            H                   | 439037              | 2020-02-01T05:00:00
            Hour                | -1                  | 1969-12-31T23:00:00
            T                   | 1                   | 1970-01-01T00:01:00
            S                   | 1580533201          | 2020-02-01T05:00:01
            L                   | 1                   | 1970-01-01T00:00:00.001000
            U                   | 1                   | 1970-01-01T00:00:00.000001
            N                   | 1                   | 1970-01-01T00:00:00.000000001
            BusinessDay         | 13067               | 13067 BusinessDay
            W-SUN               | 2614                | 2614 W-SUN
            Y                   | 999999              | 1001969
            Y                   | 1000000             | 1000000 Y
            M                   | -1000000            | -1000000 M
            D                   | 9223372036854775807 | 9223372036854775807 D
            """)
    void a_period_is_a_text_and_stays_what_it_was(String frequency, long ordinal, String text) {
        Object offset = frequency(frequency);
        PythonScalar period = Periods.one(ordinal, offset);
        assertThat(period.value()).isEqualTo(text);
        Opaque origin = (Opaque) period.origin();
        assertThat(origin.className()).isEqualTo("pandas.Period");
        assertThat(origin.arguments()).isEqualTo(Tuple.of(null, offset, ordinal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A                     | Y-DEC
            Y-MAR                 | Y-MAR
            A-JUN                 | Y-JUN
            YearEnd               | Y-DEC
            YearEnd 1 False 3     | Y-MAR
            YearEnd 2 False 12    | 2Y-DEC
            YearEnd 1 False 13    | Y-DEC
            Q                     | Q-DEC
            Q-MAR                 | Q-MAR
            QuarterEnd 1 False 3  | Q-MAR
            MonthEnd 2 False      | 2M
            Hour 1 False          | h
            Minute                | m
            Nano                  | ns
            BusinessDay           | BusinessDay
            W-SUN                 | W-SUN
            """)
    void the_type_of_periods_has_their_frequency(String frequency, String name) throws ContentException {
        Column periods = Objects.requireNonNull(Periods.of(NdArray.ofLongs(0), frequency(frequency), meter));
        assertThat(periods.dtypeName()).isEqualTo("period[" + name + "]");
    }

    @Test
    void an_array_has_a_period_for_each_number_and_none_for_a_missing_one() throws ContentException {
        NdArray ordinals = NdArray.ofLongs(600, Long.MIN_VALUE, 601);
        ForeignArray periods = (ForeignArray) Objects.requireNonNull(Periods.of(ordinals, "M", meter));
        assertThat(periods).hasToString("[2020-01, null, 2020-02]");
        assertThat(periods.origin().className()).isEqualTo("pandas.arrays.PeriodArray");
        assertThat(periods.origin().arguments().get(0)).isSameAs(ordinals);
        assertThat(((Opaque) periods.origin().arguments().get(1)).arguments()).containsExactly("M");
    }

    @Test
    void what_is_no_row_of_ints_with_a_frequency_is_none() throws ContentException {
        assertThat(Periods.of(NdArray.ofLongs(1), null, meter)).isNull();
        assertThat(Periods.of(NdArray.ofDoubles(1.5), "M", meter)).isNull();
        assertThat(Periods.of(NdArray.ofObjects(List.of(1L)), "M", meter)).isNull();
        assertThat(Periods.of(NdArray.ofLongs(1, 2).reshaped(List.of(1, 2)), "M", meter))
                .isNull();
    }

    /** A text of any length would stand in each period. */
    @Test
    void a_frequency_is_a_letter_or_an_offset_of_a_usual_name() throws ContentException {
        for (Object frequency : List.of("M", "M".repeat(100), new Opaque("m.Day", List.of()))) {
            assertThat(Periods.isFrequency(frequency)).isTrue();
            assertThat(Periods.of(NdArray.ofLongs(1), frequency, meter)).isNotNull();
        }
        List<Object> others = List.of("", "M".repeat(101), 1L, List.of("M"), new Opaque("m".repeat(101), List.of()));
        for (Object other : others) {
            assertThat(Periods.isFrequency(other)).isFalse();
            assertThat(Periods.of(NdArray.ofLongs(1), other, meter)).isNull();
        }
        assertThat(Periods.isFrequency(null)).isFalse();
    }

    @Test
    void periods_are_paid_for() {
        Meter poor = new Meter(new PickleBudget(9, 2, 9, 9, 9, 9));
        assertThatThrownBy(() -> Periods.of(NdArray.ofLongs(1, 2, 3), "M", poor))
                .hasMessage("more than 2 values");
    }

    /** A letter, or an offset with its arguments behind it. */
    private static Object frequency(String text) {
        String[] words = text.split(" ");
        if (words[0].length() < 3 || words[0].contains("-")) {
            return words[0];
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        Arrays.stream(words).skip(1).forEach(word -> arguments.add(word.equals("False") ? false : Long.valueOf(word)));
        return new Opaque("pandas._libs.tslibs.offsets." + words[0], arguments);
    }
}
